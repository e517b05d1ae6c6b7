/** Words of organisations (機関), teams (支援チーム) and hand-over (引継ぎ). */
export const organisation = {
  protectionLiftBy: { two: '二人', one: '一人' },
  planCountsWhen: { drawn_up: '作成した時点', agreed: '本人が同意した時点' },
  codeSupport: '半角の英小文字・数字・「-」「_」。事業計画ファイルで使い、あとから変更できません。',
  deskClosing: {
    moveCasesTo: '継続中の支援ケースの移し先',
    support: '閉所日を入れて保存すると、この窓口の支援ケースはすぐに移ります。',
    noDesk: '窓口なし',
    choose: '（選択）',
    cases: 'この窓口の継続中の支援ケース {count}件',
  },
  errors: {
    desk_has_open_cases: 'この窓口には継続中の支援ケースが{count}件あります。移し先を選択してください。',
    code_form: '半角の英小文字・数字・「-」「_」で、50文字以内にしてください。',
    code_taken: 'この符号は使われています。別の符号を入力してください。',
    council_member_line: '{line}行目：「機関名、職名」の形で書いてください。',
    no_municipal_organisation: '自治体側の機関がありません。',
    no_national_organisation: '国側の機関がありません。',
    no_municipal_staff: '自治体側の職員が一人もいません。最初の職員を書いてください。',
    no_national_staff: '国側の職員が一人もいません。最初の職員を書いてください。',
    organisation_of_other_side:
      '機関「{code}」は、ほかの拠点ですでに反対の側に登録されています。側か符号を確認してください。',
    organisation_named_otherwise:
      '機関「{code}」は、すでに「{name}」の名称で登録されています。同じ機関なら名称を合わせ、別の機関なら別の符号にしてください。',
    records_before_opening: 'この日より前（{earliest}）の記録があります。それ以前の日付を入力してください。',
    assignment_overlaps: '同じ職員の同じ役割の期間が重なっています。登録済みの担当期間を確認してください。',
    role_is_taken: 'この役割には別の職員が就いています。引継ぎを使うか、別の役割を選択してください。',
    handover_to_same_person: '現在の担当者に引き継ぐことはできません。別の職員を選択してください。',
    before_assignment: '担当の開始日より前の日付です。開始日以後の日付を入力してください。',
  },
  reasons: {
    organisation_of_another: 'ほかの機関の名称は変更できません。その機関の拠点管理者に依頼してください。',
    organisation_proposal_of_another: 'この提案を認めるのは、その側又はその機関の拠点管理者です。',
    assignment_has_ended: 'この担当は終了しています。現在の担当者の行から引き継いでください。',
  },
} as const;
