/** Words of the consultation (相談) and its record. */
export const consultation = {
  errors: {
    author_takes_part: '記録者が参加者に含まれていません。記録者を参加者に加えてください。',
    due_before_consultation: '相談日より前の日付です。相談日以後の日付を入力してください。',
    person_not_chosen: '入力した名前の人がまだ選ばれていません。候補から選択してください。',
    choose_case: '支援中のケースが複数あります。どのケースの相談かを選択してください。',
    owner_may_not_see:
      '選んだ職員の機関には、この方の記録が共有されていません。自分の機関の職員を選ぶか、担当側だけを選択してください。',
    owner_of_other_side: '選んだ職員は担当側の職員ではありません。担当側と担当者を確認してください。',
  },
  reasons: {
    next_action_ended: 'この次の行動はすでに完了又は取りやめになっています。',
    only_author_edits: '相談記録を直接修正できるのは記録者だけです。追記を使ってください。',
    edit_window_over: '直接修正できる時間が過ぎています。追記を使ってください。',
  },
} as const;
