/** Notices after something was done; the address carries the code. */
export const flash = {
  texts: {
    saved: '保存しました。',
    consultation_logged: '相談を記録しました。',
    consultation_logged_next: '相談を記録しました。次の人を選んでください。',
  },
} as const;
