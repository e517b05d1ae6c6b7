/** Words of the pages of src/visits. */
export const visits = {
  title: '来所の記録',
  lead: '窓口の入口で数えた人数を記録します。氏名は記録しません。',
  recordPersons: '人数を記録する',
  visitedOn: '来所日',
  persons: '人数',
  personsUnit: '人',
  desk: '窓口',
  noDesk: '（指定なし）',
  purpose: '目的',
  thisMonth: '今月の記録',
  noneThisMonth: '今月の記録はまだありません。',
  personsCount: '{count}人',
  note: '備考',
  cancelled: '{text} 取消',
  monthAndTotal: '{month}　計{total}人',
} as const;
