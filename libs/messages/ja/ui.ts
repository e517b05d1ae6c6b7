/** What the components of the design system say of themselves. */
export const ui = {
  combobox: {
    waiting: '探しています…',
    failed: '候補を表示できませんでした。もう一度 Enter を押すか、入力し直してください。',
  },
  /** What the keys do, in the list that `?` opens. */
  shortcuts: {
    logConsultation: '相談を記録する（書きかけの入力があるときは確かめます）',
    save: '入力した内容を保存する',
  },
  /** Before a page with something typed is left. */
  unsaved: {
    title: '入力した内容は保存されていません',
    text: 'このまま移動すると、入力した内容は失われます。',
    stay: '入力を続ける',
    leave: '保存せずに移動する',
    question: '入力した内容は保存されていません。破棄してよろしいですか。',
  },
} as const;
