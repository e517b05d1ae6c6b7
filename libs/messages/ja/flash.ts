/** Notices after something was done; the address carries the code. */
export const flash = {
  texts: {
    saved: '保存しました。',
  },
} as const;
