/** お知らせ・月次報告 */
export const notification = {
  kind: {
    next_action: '次の行動の期限です',
    plan_step: 'プランの手順の期限です',
    plan_review: 'プランの見直しの時期です',
    suspension_review: '中断中の支援を見直す日です',
    interview: '面接の日です',
    interview_outcome: '面接の結果を確認してください',
    monthly_report_made: '月次報告ができました',
    duplicate_asked: '重複の確認に回答してください',
    duplicate_decided: '重複の確認の結果が出ました',
    backup_failed: '夜間バックアップに失敗しました',
    backup_works_again: '夜間バックアップが再び作成されました',
  },
  hidden: '（閲覧できません）',
  late: '{days}日超過',
  dueToday: '本日',
} as const;
