import { addDays, type IsoDate } from '#kernel';
import { ja } from '#messages';
import type { CaseStatus } from '#domain/support-case';
import { type AxisMark, type AxisStretch, phaseOfCase } from '#ui';
import type { CaseFrameView } from '../../frame/case-frame.js';
import { ACTIONS_BY_HAND } from '../../steps/dto/take-step.dto.js';
import type { CaseSteps, NextAction } from '../../steps/steps.service.js';
import { fixable, type FixableReason, type FixTargets } from '../blocked-reasons.js';

/** One thing that may be done next, as the page shows it. */
export interface StepCard {
  readonly action: NextAction['action'];
  readonly title: string;
  readonly side: NextAction['side'];
  readonly to: CaseStatus;
  /** `form`: done here; `link`: done where its record is made; `other_side`: nothing but theirs to do; `blocked`: not now. */
  readonly way: 'form' | 'link' | 'other_side' | 'blocked';
  readonly href?: string;
  readonly asksReviewDate: boolean;
  readonly asksCloseReason: boolean;
  readonly reasons: readonly FixableReason[];
}

const BY_HAND: readonly string[] = ACTIONS_BY_HAND;

/** A slip is taken back where it was typed; it is no way on. */
const TAKEN_BACK: NextAction['action'] = 'withdraw_leaving';

/** Steps that can be taken first, then those that wait for something, then those that follow offer and placement records. */
export function stepCards({ actions }: CaseSteps, targets: FixTargets): StepCard[] {
  return actions
    .filter(({ action }) => action !== TAKEN_BACK)
    .map((action) => cardOf(action, targets))
    .sort((one, other) => rank(one) - rank(other));
}

function cardOf(possible: NextAction, targets: FixTargets): StepCard {
  const { action, side, to } = possible;
  const asks = possible.allowed ? possible.asks : [];
  const base = {
    action,
    side,
    to,
    title: ja.supportCase.actions[action],
    asksReviewDate: asks.includes('review_date'),
    asksCloseReason: asks.includes('close_reason'),
  };
  if (!possible.allowed) {
    const isTheirs = possible.reasons.every(
      ({ code }) => code === 'only_municipal_side' || code === 'only_national_side',
    );
    return { ...base, way: isTheirs ? 'other_side' : 'blocked', reasons: fixable(possible.reasons, targets) };
  }
  if (BY_HAND.includes(action)) return { ...base, way: 'form', reasons: [] };
  return { ...base, way: 'link', href: placeOf(action, targets), reasons: [] };
}

function placeOf(action: NextAction['action'], { caseId, requestId }: FixTargets): string {
  if (action === 'request_support') return `/cases/${caseId}/requests/new`;
  return action === 'return_request' && requestId !== null ? `/requests/${requestId}` : `/cases/${caseId}/referrals`;
}

/** Suspending and closing are always there, so they come after what leads on. */
function rank({ way, action }: StepCard): number {
  const leadsOn = action !== 'suspend' && action !== 'close';
  if (way === 'form' || way === 'link') return leadsOn ? 0 : 2;
  return leadsOn ? 1 : 3;
}

/** How far the axis goes on after today while the case runs, in days. */
const AHEAD_DAYS = 30;
/** Ends of benefits farther off than this are left out, in days. */
const FAR_CLOCK_DAYS = 180;

export interface Axis {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly stretches: readonly AxisStretch[];
  readonly marks: readonly AxisMark[];
}

/** The states of the case on a time axis, with the meetings held and the benefits that end. */
export function axisOf({ case: supportCase, person, today }: CaseFrameView, { transitions }: CaseSteps): Axis {
  const { openedOn, closedOn, interviewHeldOn, conferenceHeldOn } = supportCase;
  const clocks = closedOn === null ? person.clocks.filter(({ daysLeft }) => daysLeft <= FAR_CLOCK_DAYS) : [];
  const ends = [
    closedOn ?? addDays(today, AHEAD_DAYS),
    addDays(openedOn, AHEAD_DAYS),
    ...clocks.map(({ endsOn }) => endsOn),
  ];
  const { interview, conference } = ja.supportCase.meetings;
  return {
    from: openedOn,
    to: ends.reduce((latest, day) => (day > latest ? day : latest)),
    stretches: stretchesOf(transitions, closedOn),
    marks: [
      ...(interviewHeldOn === null ? [] : [{ label: interview, date: interviewHeldOn }]),
      ...(conferenceHeldOn === null ? [] : [{ label: conference, date: conferenceHeldOn }]),
      ...clocks
        .filter(({ endsOn }) => endsOn >= openedOn)
        .map(({ name, endsOn }) => ({ label: name, date: endsOn, tone: 'deadline' as const })),
    ],
  };
}

/** A state passed within the day leaves no stretch; the closed state has no length. */
function stretchesOf(transitions: CaseSteps['transitions'], closedOn: IsoDate | null): AxisStretch[] {
  return transitions.flatMap(({ toStatus, happenedOn }, index): AxisStretch[] => {
    const to = transitions[index + 1]?.happenedOn;
    if (toStatus === 'closed' || to === happenedOn) return [];
    const end = to ?? closedOn ?? undefined;
    return [
      {
        label: ja.codes.caseStatus[toStatus],
        phase: phaseOfCase[toStatus],
        from: happenedOn,
        ...(end === undefined ? {} : { to: end }),
      },
    ];
  });
}
