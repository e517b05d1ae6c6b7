/** Words that every page shares. */
export const common = {
  appName: 'チーム支援',
  /** Units of counting, after a number. */
  units: { years: '歳' },
  states: {
    yes: 'はい',
    no: 'いいえ',
    none: 'なし',
  },
} as const;
