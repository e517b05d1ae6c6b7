/** Words of the pages of src/reports. */
export const reports = {
  title: '月次報告',
  lead: '毎月1日に、前の月の実績を自動で作成します。',
  list: '月次報告の一覧',
  noneYet: '月次報告はまだありません。次の月の1日に作成されます。',
  month: '月',
  madeAt: '作成',
  reportOfMonth: '{month}の月次報告',
  madeAtProvisional: '{time}作成（暫定値）',
  yearToDate: '年度の累計',
  noIndicator: '指標がありません。',
  indicator: '指標',
  target: '目標',
  actual: '実績',
  calculation: '計算',
  notHeld: '未開催',
  noData: '未取得',
} as const;
