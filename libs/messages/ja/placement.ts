/** Words of the offer (採用), the placement (就職) and staying in the job (定着支援). */
export const placement = {
  /** 定着支援の連絡の相手 */
  withWhom: { jobseeker: '本人', employer: '事業所', both: '本人と事業所' },
  errors: {
    before_offer: '採用の日より前の日付です。採用の日以後の日付を入力してください。',
    before_decision: '就職が決まった日より前の日付です。決まった日以後の日付を入力してください。',
    weekly_hours_out_of_range: '週の労働時間は{max}時間以内で、0.1時間単位で入力してください。',
    more_hours_than_the_days_have: '週の労働時間に対して日数が少なすぎます。時間と日数を確認してください。',
    start_too_far_ahead: '就職日が先すぎます。元号と年を確認してください。',
    before_start_of_work: '就職日より前の日付です。就職日以後の日付を入力してください。',
  },
  reasons: {
    placement_stands: 'この採用による就職が記録されています。先に就職の取消を記録してください。',
    referral_already_placed: 'この紹介による就職は記録されています。記録された就職を確認してください。',
    offer_already_answered: 'この採用には回答済みです。記録された回答を確認してください。',
    referral_not_hired: '選択した紹介の結果が「就職」になっていません。先に紹介の結果を記録してください。',
    placement_already_reversed: 'この就職は取り消されています。必要なら新しい就職を記録してください。',
    placement_already_left: 'この就職には離職が記録されています。記録された離職日を確認してください。',
  },
} as const;
