/** Where something stands in its life. Shown by shape and word; the colour only helps. */
export type Phase = 'before' | 'running' | 'waiting' | 'reached' | 'ended';

/** The phase each state of a support case (支援期間) belongs to, by its code. */
export const phaseOfCase = {
  intake: 'before',
  candidate: 'before',
  consented: 'before',
  requested: 'waiting',
  interviewed: 'before',
  conference: 'before',
  planned: 'running',
  active: 'running',
  suspended: 'waiting',
  offered: 'reached',
  placed: 'reached',
  follow_up: 'reached',
  closed: 'ended',
} as const satisfies Record<string, Phase>;

const drawings = {
  before: <circle cx="6" cy="6" r="4.5" class="mark-hollow" />,
  running: <circle cx="6" cy="6" r="5" class="mark-solid" />,
  waiting: <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" class="mark-solid" />,
  reached: <path d="m6 .5 1.6 3.5 3.9.4-2.9 2.6.8 3.8L6 8.9l-3.4 1.9.8-3.8L.5 4.4l3.9-.4z" class="mark-solid" />,
  ended: <rect x="1.5" y="1.5" width="9" height="9" class="mark-solid" />,
} satisfies Record<Phase, JSX.Element>;

/** The state of a case, request, plan or referral. */
export function StatusBadge({ label, phase }: { label: string; phase: Phase }): JSX.Element {
  const drawing: JSX.Element = drawings[phase];
  return (
    <span class={`status status-${phase}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
      <span safe>{label}</span>
    </span>
  );
}
