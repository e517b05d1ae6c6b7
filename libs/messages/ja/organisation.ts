/** Words of organisations (機関), teams (支援チーム) and hand-over (引継ぎ). */
export const organisation = {
  errors: {
    assignment_overlaps: '同じ職員の同じ役割の期間が重なっています。登録済みの担当期間を確認してください。',
    role_is_taken: 'この役割には別の職員が就いています。引継ぎを使うか、別の役割を選択してください。',
    handover_to_same_person: '現在の担当者に引き継ぐことはできません。別の職員を選択してください。',
    before_assignment: '担当の開始日より前の日付です。開始日以後の日付を入力してください。',
  },
  reasons: {
    assignment_has_ended: 'この担当は終了しています。現在の担当者の行から引き継いでください。',
  },
} as const;
