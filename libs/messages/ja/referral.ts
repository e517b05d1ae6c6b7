/** Words of the referral (職業紹介) and its ladder. */
export const referral = {
  errors: {
    letter_before_asking: '事業所に照会した日より前の日付です。照会した日以後の日付を入力してください。',
    interview_before_letter: '紹介状の交付日より前の日付です。交付日以後の日付を入力してください。',
    letter_missing: '面接日を入力する場合は、紹介状の交付日も入力してください。',
    outcome_does_not_follow: '現在の段階からは選べない結果です。紹介状の交付日と面接日を確認してください。',
    outcome_too_early: '結果の日付が早すぎます。紹介状の交付日や面接日以後の日付を入力してください。',
    outcome_before_last: '前の結果の日付より前です。前の結果の日以後の日付を入力してください。',
  },
} as const;
