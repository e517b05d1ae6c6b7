import { daysBetween, type FieldError, type IsoDate } from '#kernel';
import { atMost, notBefore, realDate, required, requiredDate } from '#domain/fields';

export const BENEFIT_NAME_MAX = 100;
/** Days before the end from which a clock is near, where the site sets nothing else. */
const NEAR_DAYS = 30;

/** 給付・手当: a benefit with an end sets the schedule of the job search. */
export interface Benefit {
  readonly name: string;
  readonly startsOn: IsoDate;
  /** The last day it is paid for (終了日); null if open-ended. */
  readonly endsOn: IsoDate | null;
}

type ClockTone = 'far' | 'near' | 'over';

/** The clock on a case (支援の時計): "住宅手当 あと23日". */
export interface BenefitClock {
  readonly name: string;
  readonly endsOn: IsoDate;
  /** 0 on the last day, negative after it. */
  readonly daysLeft: number;
  readonly tone: ClockTone;
}

/** The clock of one benefit; null when it has no end or has not begun. */
export function benefitClock(benefit: Benefit, today: IsoDate, nearDays: number = NEAR_DAYS): BenefitClock | null {
  const { name, startsOn, endsOn } = benefit;
  if (endsOn === null || startsOn > today) return null;
  const daysLeft = daysBetween(today, endsOn);
  return { name, endsOn, daysLeft, tone: toneOf(daysLeft, nearDays) };
}

/** How long an ended benefit stays as an overdue clock (期限を過ぎた時計), in days. */
export const ENDED_CLOCK_DAYS = 30;

/** The clocks of a day: benefits that run and those that ended lately, the nearest end first. */
export function clocksOn(benefits: readonly Benefit[], today: IsoDate, nearDays: number = NEAR_DAYS): BenefitClock[] {
  return benefits
    .map((benefit) => benefitClock(benefit, today, nearDays))
    .filter((clock) => clock !== null)
    .filter(({ daysLeft }) => daysLeft >= -ENDED_CLOCK_DAYS)
    .sort((one, other) => one.daysLeft - other.daysLeft || (one.name < other.name ? -1 : 1));
}

/**
 * The one clock to show: the running benefit that ends first, else of those that ended lately the last.
 * @public the view benefit_clock is held to it (test/rules)
 */
export function nearestClock(
  benefits: readonly Benefit[],
  today: IsoDate,
  nearDays: number = NEAR_DAYS,
): BenefitClock | null {
  const clocks = clocksOn(benefits, today, nearDays);
  return clocks.find(({ tone }) => tone !== 'over') ?? clocks.at(-1) ?? null;
}

export interface BenefitDraft {
  readonly name: string;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

export function benefitProblems(draft: BenefitDraft): FieldError[] {
  return [
    ...required('name', draft.name),
    ...atMost('name', draft.name, BENEFIT_NAME_MAX),
    ...requiredDate('startsOn', draft.startsOn),
    ...realDate('endsOn', draft.endsOn),
    ...notBefore('endsOn', draft.endsOn, draft.startsOn, 'end_before_start'),
  ];
}

function toneOf(daysLeft: number, nearDays: number): ClockTone {
  if (daysLeft < 0) return 'over';
  return daysLeft <= nearDays ? 'near' : 'far';
}
