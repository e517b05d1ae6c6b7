/** Words of the referral (職業紹介) and its ladder. */
export const referral = {
  /** 緩和を求めた条件 */
  condition: {
    education: '学歴',
    age: '年齢・定年',
    schedule: '曜日・時間',
    night_shift: '夜勤',
    japanese: '日本語',
    experience: '経験',
    other: 'その他',
  },
  /** 交渉の結果 */
  negotiationResult: { pending: '回答待ち', accepted: '承諾', refused: '不可' },
  /** The rungs of the ladder. */
  rungs: { asked: '打診', letter: '紹介状', interview: '面接', offer: '採用', accepted: '承諾', placed: '就職' },
  errors: {
    letter_before_asking: '事業所に照会した日より前の日付です。照会した日以後の日付を入力してください。',
    interview_before_letter: '紹介状の交付日より前の日付です。交付日以後の日付を入力してください。',
    letter_missing: '面接日を入力する場合は、紹介状の交付日も入力してください。',
    outcome_does_not_follow: '現在の段階からは選べない結果です。紹介状の交付日と面接日を確認してください。',
    outcome_too_early: '結果の日付が早すぎます。紹介状の交付日や面接日以後の日付を入力してください。',
    outcome_before_last: '前の結果の日付より前です。前の結果の日以後の日付を入力してください。',
    before_negotiation: '交渉した日より前の日付です。交渉した日以後の日付を入力してください。',
    job_order_of_another_employer: '選択した事業所の求人ではありません。求人を選び直してください。',
    job_order_for_another_person: 'ほかの求職者のために得た求人です。別の求人を選択してください。',
  },
  reasons: {
    letter_already_issued: '紹介状は交付済みです。',
    letter_not_issued: '紹介状を交付していません。先に紹介状の交付日を記録してください。',
    referral_already_decided: 'この紹介には結果が記録されています。記録された結果を確認してください。',
    negotiation_already_answered:
      'この交渉には回答が記録されています。再度依頼した場合は、新しい交渉を記録してください。',
  },
} as const;
