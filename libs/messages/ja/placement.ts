/** Words of the offer (採用), the placement (就職) and staying in the job (定着支援). */
export const placement = {
  /** 定着支援の連絡の相手 */
  withWhom: { jobseeker: '本人', employer: '事業所', both: '本人と事業所' },
  /** 就職の状態 */
  state: { in_force: '在職中', left: '離職', reversed: '取消' },
  /** 離職 */
  leaving: {
    title: '離職を記録する',
    support: '最後に働いた日',
    effect: '離職を記録すると、ケースは支援中に戻り、次の紹介や就職を記録できます。この就職は実績に残ります。',
    notWorking: '在職していないという連絡があります',
    notWorkingText: '離職日が分かったら、離職を記録してください。',
    withdraw: '離職の記録を取り消す',
    withdrawEffect: '離職の記録が誤りだった場合に取り消します。ケースは離職を記録する前の状態に戻ります。',
    withdrawSave: '離職の記録を取り消す',
  },
  /** 取消 */
  reversal: {
    afterLeaving:
      '就職の記録そのものが誤りだった場合に取り消します。後の就職が記録されているため、離職の記録だけを取り消すことはできません。',
  },
  errors: {
    before_last_leaving: '前の就職の離職日以前の日付です。離職日より後の日付を入力してください。',
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
    placement_already_left: 'この就職には離職が記録されています。誤りの場合は、先に離職の記録を取り消してください。',
    placement_not_left: '離職の記録がありません。離職した場合は、就職の記録から離職日を入力してください。',
    later_placement_stands:
      'この後の就職が記録されているため、離職の記録を取り消せません。誤りの場合は、就職の取消を記録してください。',
    person_at_work: '在職中の就職が記録されています。先に、その就職の離職又は取消を記録してください。',
    offer_already_placed: 'この採用による就職は記録されています。記録された就職を確認してください。',
  },
} as const;
