/** Words of the pages of src/audit. */
export const audit = {
  onOrAfter: 'この日から',
  onOrBefore: 'この日まで',
  staff: '職員',
  act: '操作',
  jobseekerNumber: '整理番号',
  scope: 'この拠点で{organisation}の職員と自動処理が行った操作です。新しい順に並びます。',
  count: '{count}件',
  countAndMore: '{count}件（続きあり）',
  newest: '最新の記録へ',
  older: 'さらに古い記録',
  all: '（すべて）',
  nothingFound: '該当する記録はありません。',
  happenedAt: '日時',
  subject: '対象',
  changedFields: '変わった項目',
  narrowToAct: 'この操作の記録に絞る',
} as const;
