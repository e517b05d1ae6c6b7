/** What the database refused because somebody was faster (同時の操作); each code is the name of the constraint. */
export const meanwhile = {
  reasons: {
    case_assignment_one_lead: 'この機関の主担当は、ほかの操作ですでに決まっています。チームを確認してください。',
    case_assignment_role_once_at_a_time:
      '同じ職員の同じ役割が、ほかの操作ですでに登録されています。チームを確認してください。',
    staff_site_once_at_a_time:
      'この拠点で働く期間が、ほかの操作ですでに登録されています。職員の画面を確認してください。',
    group_membership_once_at_a_time:
      '同じ対象者区分の期間が、ほかの操作ですでに登録されています。求職者の画面を確認してください。',
    password_reset_one_waiting: 'パスワードの再設定は、すでに依頼されています。職員の画面を確認してください。',
    organisation_proposal_one_waiting: 'この符号の機関は、すでに提案されています。確認を待ってください。',
    support_case_one_open: 'この人の支援期間が、ほかの操作ですでに開始されています。求職者の画面を確認してください。',
    support_request_one_waiting:
      '回答を待っている支援要請が、ほかの操作ですでに送られています。支援要請を確認してください。',
  },
} as const;
