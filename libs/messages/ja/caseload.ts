/** 支援ケースの一覧とホーム */
export const caseload = {
  scope: { label: '範囲', mine: '自分の担当', site: '拠点のすべて' },
  status: '状態',
  open: '支援中のすべて',
  all: '終了を含むすべて',
  programme: '事業',
  group: '対象者区分',
  desk: '窓口',
  turn: '次に動く側',
  clock: '給付の終了まで',
  silent: '最後の相談から',
  dueKind: { next_action: '次の行動', plan_step: 'プランの手順', plan_review: 'プランの見直し', suspension_review: '中断の見直し' },
} as const;
