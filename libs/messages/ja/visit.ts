/** 来所 */
export const visit = {
  purpose: { use: '利用', consultation: '相談', search: '求人検索', event: '行事', other: 'その他' },
} as const;
