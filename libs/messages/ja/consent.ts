/** Words of consent (同意) and its withdrawal (撤回). */
export const consent = {
  method: { signed: '署名', oral_recorded: '口頭（記録）', online: 'オンライン' },
  /** 共有の根拠. */
  basis: {
    registered: '求職者の登録',
    recorded: '自分の機関の記録',
    consent: '本人の同意',
    support_meeting: '支援会議（生活困窮者自立支援法第9条）',
    coordination_meeting: '支援調整会議',
    other_law: 'その他の法令',
  },
  /** 控え: what the person takes home. */
  receipt: {
    title: '情報共有の控え',
    addressee: '{name}　様',
    lead: '{day}現在、あなたについての記録は、次のとおり機関の間で共有されています。',
    nothing: '{day}現在、あなたについての記録は、機関の間で共有されていません。',
    whose: '記録した機関',
    toWhom: '見ることができる機関',
    untilWhen: 'いつまで',
    howToEnd: 'やめるには',
    end: 'いつでも、どの機関の窓口にでも申し出ることができます。内容の一部だけをやめることもできます。やめても、それまでに受けた支援で不利益を受けることはありません。',
    keeps: 'やめた後',
    keepsText: 'それぞれの機関は、自分が書いた記録だけを持ち続けます。相手の機関が書いた記録は見られなくなります。',
    contact: '問合せ先',
  },
  status: {
    not_yet: '開始前',
    in_force: '有効',
    expired: '期限切れ',
    withdrawn: '撤回',
    guardian_missing: '保護者の同意なし',
  },
  /** What the name of a 対象者区分 is known by that tells of health or of benefits. */
  groupsOf: {
    health: ['障害', '障がい', '難病', '精神', '発達', '依存症'],
    benefits: ['生活保護', '生活困窮', '手当', '給付'],
  },
  /** What the forms offer to begin with. */
  usual: {
    participationPurpose: '自治体とハローワークが一体となって行う就職支援に参加すること。',
    sharingPurpose: '就職に向けた支援を、自治体とハローワークが協力して行うため。',
  },
  printUnsigned: '署名用の同意書を印刷',
  /** 同意書, the paper. */
  sheet: {
    title: { participation: '就職支援への参加に関する同意書', sharing: '情報共有に関する同意書' },
    declaration: '私は、次の内容の説明を受け、同意します。',
    withdrawal: 'この同意はいつでも撤回できます。撤回しても、それまでに受けた支援で不利益を受けることはありません。',
    fromSignature: '署名した日から',
    openEnd: '支援が終わるまで',
    own: '本人署名',
    guardian: '保護者署名',
    explainedBy: '説明した職員',
    dayByHand: '　　　　年　　月　　日',
    protectedTitle: '支援措置の対象者です',
    protectedText: '印刷した書面の置き場所と受渡しに注意してください。住所と連絡先は記載していません。',
  },
  errors: {
    categories_required: '共有する内容が選ばれていません。共有する内容を選択してください。',
    category_not_agreed: '同意していない内容は加えられません。加えるときは、新しい同意を記録してください。',
    remaining_undecided:
      'その日より後に得た同意が{count}件あり、共有が続きます。それらも撤回するか、残すかを選択してください。',
    before_consent: '同意した日より前の日付です。同意した日以後の日付を入力してください。',
    shared_with_itself: '自分の機関は共有先にできません。相手の機関を選択してください。',
    guardian_required: '{age}歳未満の方には保護者の同意が必要です。同意した保護者の氏名を入力してください。',
  },
  reasons: {
    kept_record:
      '共有が終わった相手の機関の記録です。読むことはできますが、変更はできません。変更が必要なら、相手の機関に依頼してください。',
    decision_ended: 'この決定による共有はすでに終わっています。',
    decision_of_other_organisation: '相手の機関の決定です。終わらせるには、相手の機関に依頼してください。',
    nothing_narrowed: '共有する内容に変わりがありません。',
    nothing_shared: '情報共有の同意ではありません。',
    nothing_to_confirm: 'この同意について確認することはありません。',
    confirmation_decided: 'この同意はすでに確認または辞退されています。',
    confirmation_lapsed: '確認の期限が過ぎています。改めて本人の同意を記録してください。',
    consent_already_withdrawn: 'この同意はすでに撤回されています。必要なら新しい同意を記録してください。',
  },
} as const;
