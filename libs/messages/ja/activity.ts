/** 出来事: what those who are told of an activity read, and the classes the audit sorts activities into. */
export const activity = {
  notice: {
    'request.made': '支援要請が届きました',
    'request.accepted': '支援要請が受理されました',
    'request.returned': '支援要請が返戻されました',
    'assignment.started': '担当に加わりました',
    'assignment.handed_over': '担当が引き継がれました',
    'assignment.ended': '担当が終わりました',
    'consent.withdrawn': '同意が撤回されました',
    'jobseeker.protected': '支援措置が設定されました',
    'jobseeker.protection_renewed': '支援措置が延長されました',
    'jobseeker.protection_ended': '支援措置が終了しました',
    'plan.drawn_up': '相手側がプランを作成しました',
    'plan.revised': '相手側がプランを改定しました',
    'plan.edited': '相手側がプランを修正しました',
    'plan.agreed': '本人がプランに同意しました',
    'placement.reversed': '就職が取り消されました',
    'placement.left': '離職が記録されました',
  },
  auditClass: {
    sign_in: 'サインインとパスワード',
    reading: '閲覧と印刷',
    person: '本人の情報',
    sharing: '同意・担当・保護',
    support: '支援の記録',
    site: '拠点の管理',
  },
} as const;
