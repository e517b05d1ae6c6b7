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
  /** The stages of the ladder. */
  stages: { asked: '打診', letter: '紹介状', interview: '面接', offer: '採用', accepted: '承諾', placed: '就職' },
  /** 面接予定: an attempt whose interview has not been yet. */
  interviewAhead: '面接予定',
  /** 面接 */
  interview: {
    title: '面接',
    timing: { ahead: '予定', today: '本日', past: '結果待ち' },
    status: { arranged: '予定', held: '実施', moved: '日時変更', cancelled: '中止' },
    when: '日時',
    place: '場所',
    companion: '同行する職員',
    noCompanion: '（同行しない）',
    day: '面接日',
    time: '開始時刻',
    undecidedTime: '時刻未定',
    history: 'これまでの面接',
    state: '状態',
    reason: '理由',
    arrangeSave: '面接の予定を記録',
    move: '日時・場所を変更する',
    moveSupport: '変更前の日時は履歴に残ります。',
    moveReason: '変更の理由',
    moveSave: '変更を記録',
    further: '次の面接を入力する（二次面接など）',
    furtherSave: '次の面接を記録',
    cancel: '面接を中止する',
    cancelSupport: '中止した面接は履歴に残ります。改めて面接日を入力できます。',
    cancelledOn: '中止が決まった日',
    cancelReason: '中止の理由',
    cancelSave: '中止を記録',
    askOutcome: '面接が終わりました',
    askOutcomeText: '{day}の面接の結果を記録してください。面接を行わなかったときは、日時の変更又は中止を記録します。',
    /** 次にすること */
    attend: '面接（{employer}）',
    tellOutcome: '面接の結果を確認する（{employer}）',
  },
  /** What a case does not take in its state. */
  blockedRecord: {
    referral: 'いまは紹介できません',
    negotiation: 'いまは交渉を記録できません',
    offer: 'いまは採用を記録できません',
    placement: 'いまは就職を記録できません',
  },
  steps: {
    placementRecord: '就職の記録を開く',
    recordPlacement: '就職を記録する',
  },
  errors: {
    before_last_interview: '前の面接日より前の日付です。前の面接日以後の日付を入力してください。',
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
    no_interview_arranged: '予定されている面接がありません。先に面接日を記録してください。',
    no_interview_held: '前の面接がまだ終わっていません。日時を変える場合は、予定を変更してください。',
    letter_already_issued: '紹介状は交付済みです。',
    letter_not_issued: '紹介状を交付していません。先に紹介状の交付日を記録してください。',
    referral_already_decided: 'この紹介には結果が記録されています。記録された結果を確認してください。',
    negotiation_already_answered:
      'この交渉には回答が記録されています。再度依頼した場合は、新しい交渉を記録してください。',
  },
} as const;
