/** Refusals that come from the database's own rules or from how a site is set up, and what is said while it is made ready. */
export const platform = {
  errors: {
    chosen_twice: '同じ項目が二度選ばれています。一つにしてください。',
    already_exists: '同じ内容がすでに登録されています。登録済みの記録を確認してください。',
    rule_broken: '記録どうしのつじつまが合わないため保存できません。日付や状態を確認してください。',
    no_site_today: '本日働く拠点が登録されていません。拠点管理者に連絡してください。',
    preparing: '準備しています。終わるまでお待ちください。',
  },
  preparation: {
    title: '準備しています',
    about:
      '見本の記録を読み込んでいます。初めて起動したときに一度だけ行います。終わると、この画面がサインインの画面に変わります。',
    progress: '読み込みの進み具合',
    percent: '{percent}%',
    reached: '{month}の記録を読み込んでいます。',
  },
} as const;
