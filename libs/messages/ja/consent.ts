/** Words of consent (同意) and its withdrawal (撤回). */
export const consent = {
  errors: {
    before_consent: '同意した日より前の日付です。同意した日以後の日付を入力してください。',
    shared_with_itself: '自分の機関は共有先にできません。相手の機関を選択してください。',
    guardian_required: '18歳未満の方には保護者の同意が必要です。同意した保護者の氏名を入力してください。',
  },
  reasons: {
    consent_already_withdrawn: 'この同意はすでに撤回されています。必要なら新しい同意を記録してください。',
  },
} as const;
