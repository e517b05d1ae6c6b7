/** Words of staff (職員) and machines' tokens (連携用トークン). */
export const staff = {
  errors: {
    login_taken: 'このログインIDは使われています。別のログインIDを入力してください。',
    login_form: '半角の英小文字・数字・「.」「_」「-」で3文字以上50文字以内にしてください。',
    own_role: '自分の権限は変更できません。ほかの拠点管理者に依頼してください。',
    before_employment: '利用開始日（{earliest}）より前の日付です。開始日以後の日付を入力してください。',
  },
  reasons: {
    own_departure: '自分の離任は登録できません。ほかの拠点管理者に依頼してください。',
    own_password_reset: '自分のパスワードは「アカウント」の画面で変更してください。',
    not_at_site: 'この拠点では働いていません。',
    already_at_site: 'この拠点で働いている期間と重なります。',
    has_left: 'この日には離任しています。',
  },
} as const;
