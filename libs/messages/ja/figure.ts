/** 実績: the words beside a number. */
export const figure = {
  fact: {
    visit: '来所',
    registration: '登録',
    consultation: '相談',
    support_request: '支援要請',
    plan: '支援プラン策定',
    referral: '職業紹介',
    offer: '採用',
    placement: '就職',
    support: '支援期間',
  },
  counting: {
    occurrences: '延べ件数',
    person_occurrences: '延べ人数',
    distinct_persons: '実人数',
    distinct_establishments: '事業所数（実数）',
    quantity: '人数の計',
    people_under_support: '支援対象者の実人数',
  },
  rateStyle: {
    period: '期間の率（期間内の就職 ÷ 期間内の策定）',
    cohort: '策定者を追う率（策定した人のうち就職した人）',
    on_supported: '支援対象者に対する率（就職 ÷ 支援対象者）',
  },
  paceBasis: { profile: '月別計画による', linear: '均等割による', fixed: '' },
  target: { per_year: '年間', per_month: '月間', per_week: '週', profile: '年間（月別計画）', rate: '率' },
  targetName: { per_year: '年間目標', per_month: '月間目標', per_week: '週の目標', profile: '年間目標', rate: '目標' },
  targetOf: { reached: '（達成）', missed: '（未達）' },
  aMonth: '（月 {value}）',
  monthsApart: '月ごと・週ごとの目標は、累計とは比べません。',
  yearBefore: '前年同月 {value}',
  provisional: '{day}時点の速報です。月次締めの前なので、記録が加わったり取り消されたりすると変わります。',
  monthRunning: 'この月の途中までの数です。',
  trend: '月ごとの推移を表で見る',
  trendOf: '{programme}の月ごとの推移',
  /** A number typed in by hand, opened. */
  manual: {
    lead: 'ほかのシステムにある数を手で入力したものです。同じ月は、新しい入力を数えます。',
    caption: '入力の記録（新しい順）',
    empty: 'この期間の入力はまだありません。',
  },
  part: { value: '数えた記録' },
  note: {
    denominator_zero: '分母が0のため、率は出ません。',
    above_100_explained:
      '100％を超えるのは、分子を分母の人に限らないためです。分子のうち{outsideDenominator}人は、分母に含まれません。',
    still_under_support: '分母のうち{people}人は支援が続いているため、確定していません。',
    window_not_over: '対象期間の途中です。',
  },
  rollUp: { total: '計', teamSupport: 'チーム支援の' },
  withheld: 'この数のうち{amount}{unit}は、閲覧できる範囲の外のため表示しません。',
  withheldFew: 'この数のうち、閲覧できる範囲の外にあるものは{limit}{unit}未満です（ない場合を含みます）。',
  onlyInSight: '閲覧できる範囲の記録だけを表示しています。',
  notTold: {
    not_agreed:
      '数え方に両方の機関がまだ合意していないため、拠点全体の数は表示しません。閲覧できる範囲の記録だけを表示しています。',
    own_days:
      '月の区切りと異なる期間・時点のため、拠点全体の数は表示しません。閲覧できる範囲の記録だけを表示しています。',
  },
} as const;
