/** Words of consent (同意) and its withdrawal (撤回). */
export const consent = {
  method: { signed: '署名', oral_recorded: '口頭（記録）', online: 'オンライン' },
  standing: { not_yet: '開始前', in_force: '有効', expired: '期限切れ', withdrawn: '撤回', guardian_missing: '保護者の同意なし' },
  /** What the forms offer to begin with. */
  usual: {
    participationPurpose: '自治体とハローワークが一体となって行う就職支援に参加すること。',
    sharingPurpose: '就職に向けた支援を、自治体とハローワークが協力して行うため。',
    covers: '氏名、連絡先、希望する仕事、相談と支援の経過、就職の状況',
  },
  errors: {
    before_consent: '同意した日より前の日付です。同意した日以後の日付を入力してください。',
    shared_with_itself: '自分の機関は共有先にできません。相手の機関を選択してください。',
    guardian_required: '18歳未満の方には保護者の同意が必要です。同意した保護者の氏名を入力してください。',
  },
  reasons: {
    consent_already_withdrawn: 'この同意はすでに撤回されています。必要なら新しい同意を記録してください。',
  },
} as const;
