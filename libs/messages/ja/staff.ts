/** Words of staff (職員) and the accounts of machines (連携用アカウント). */
export const staff = {
  errors: {
    login_taken: 'このログインIDは使われています。別のログインIDを入力してください。',
    login_form: '半角の英小文字・数字・「.」「_」「-」で3文字以上50文字以内にしてください。',
    own_role: '自分の権限は変更できません。ほかの拠点管理者に依頼してください。',
    owner_lacks_scope: 'この職員は、連携の範囲のことを自分ではできません。できる職員を選んでください。',
    machine_end: '明日から{latest}までの日付にしてください。',
    before_employment: '利用開始日（{earliest}）より前の日付です。開始日以後の日付を入力してください。',
  },
  reasons: {
    own_departure: '自分の離任は登録できません。ほかの拠点管理者に依頼してください。',
    own_password_reset: '自分のパスワードは「アカウント」の画面で変更してください。',
    password_reset_needs_another:
      'この職員は、あなたが管理していない拠点でも働いています。もう一人の拠点管理者に確認を依頼してください。拠点管理者になって7日以内の職員は確認できません。',
    password_reset_not_needed: 'この職員のパスワードは、確認を依頼せずに再設定できます。',
    not_at_site: 'この拠点では働いていません。',
    already_at_site: 'この拠点で働いている期間と重なります。',
    machine_owner_asked_already: 'この職員には、すでに依頼しています。承諾を待ってください。',
    machine_owner_already: 'この職員は、すでに所有者です。',
    machine_owner_not_asked: '所有者になる依頼がありません。拠点管理者に確認してください。',
    machine_owner_not_accepted: '所有者になることを承諾してから、トークンを発行してください。',
    machine_owner_lacks_scope:
      '連携の範囲のことを自分ではできないため、所有者になれません。拠点管理者に確認してください。',
    has_left: 'この日には離任しています。',
  },
} as const;
