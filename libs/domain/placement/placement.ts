import { addMonths, halfUp, isIsoDate, type FieldError, type IsoDate, type Reason } from '#kernel';
import type { Side } from '#access';
import { between, chosen, notInFuture, requiredDate } from '#domain/fields';
import type { ReferralOutcome } from '#domain/referral';

/** 就職経路. The official 就職件数 counts the national side's own referrals only, so the route is always kept. */
export const PLACEMENT_ROUTES = [
  'hello_work_referral', // 紹介就職
  'self_found', // 自己就職
  'job_fair', // 面接会
  'online_application', // オンライン自主応募
  'other', // その他
] as const;
export type PlacementRoute = (typeof PLACEMENT_ROUTES)[number];

/** 雇用形態. */
export const EMPLOYMENT_TYPES = [
  'regular', // 正社員
  'contract', // 契約
  'dispatched', // 派遣
  'part_time', // パート
  'non_regular', // 非正規
  'self_employed', // 自営
] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

const WEEKLY_HOURS_MAX = 60;
const DAYS_IN_A_WEEK = 7;
const HOURS_IN_A_DAY = 24;
/** A job may start with the next fiscal year (翌年度), even one decided early in this one. */
const START_WITHIN_MONTHS = 24;

/** 就職 as filled in. */
export interface PlacementDraft {
  /** 就職日, the first day of work; may lie ahead, even in the next fiscal year. */
  readonly startsOn: IsoDate | null;
  /** The day it was decided, or reported where the person found it (就職が決まった日). */
  readonly decidedOn: IsoDate | null;
  readonly employmentType: EmploymentType | null;
  readonly route: PlacementRoute | null;
  /** 週の労働時間, to a tenth of an hour; null while not known. */
  readonly weeklyHours: number | null;
  /** 週の日数, whole days; null while not known. */
  readonly weeklyDays: number | null;
  /** The referral it came of; required for 紹介就職. */
  readonly referralId: string | null;
}

export function placementProblems(draft: PlacementDraft, today: IsoDate): FieldError[] {
  return [
    ...requiredDate('startsOn', draft.startsOn),
    ...startProblems(draft),
    ...requiredDate('decidedOn', draft.decidedOn),
    ...notInFuture('decidedOn', draft.decidedOn, today),
    ...chosen('employmentType', draft.employmentType),
    ...chosen('route', draft.route),
    ...weeklyHoursProblems(draft.weeklyHours),
    ...weeklyDaysProblems(draft),
    ...(draft.route === 'hello_work_referral' ? chosen('referralId', draft.referralId) : []),
  ];
}

/**
 * 紹介就職 is confirmed by the national side and comes of a referral that ended in a hire; a job found any other way is
 * taken on report by either side.
 * @param referral the referral named by the draft, null if there is none.
 */
export function placementReasons(
  route: PlacementRoute | null,
  side: Side,
  referral: { readonly outcome: ReferralOutcome } | null,
): Reason[] {
  if (route !== 'hello_work_referral') return [];
  const notHired = referral !== null && referral.outcome !== 'hired';
  return [
    ...(side === 'national' ? [] : [{ code: 'only_national_side' }]),
    ...(notHired ? [{ code: 'referral_not_hired' }] : []),
  ];
}

/** Whether the official 就職件数 counts it. */
export function isByReferral(placement: { readonly route: PlacementRoute }): boolean {
  return placement.route === 'hello_work_referral';
}

/** A start further away is a slip of the year. */
function startProblems({ startsOn, decidedOn }: PlacementDraft): FieldError[] {
  if (!startsOn || !decidedOn || !isIsoDate(startsOn) || !isIsoDate(decidedOn)) return [];
  return startsOn <= addMonths(decidedOn, START_WITHIN_MONTHS)
    ? []
    : [{ field: 'startsOn', code: 'start_too_far_ahead' }];
}

function weeklyHoursProblems(hours: number | null): FieldError[] {
  const fits = hours === null || (hours > 0 && hours <= WEEKLY_HOURS_MAX && halfUp(hours, 1) === hours);
  return fits ? [] : [{ field: 'weeklyHours', code: 'weekly_hours_out_of_range', params: { max: WEEKLY_HOURS_MAX } }];
}

function weeklyDaysProblems({ weeklyHours, weeklyDays }: PlacementDraft): FieldError[] {
  const outOfRange = between('weeklyDays', weeklyDays, 1, DAYS_IN_A_WEEK);
  const tooFew = weeklyHours !== null && weeklyDays !== null && weeklyHours > weeklyDays * HOURS_IN_A_DAY;
  return outOfRange.length === 0 && tooFew
    ? [{ field: 'weeklyDays', code: 'more_hours_than_the_days_have' }]
    : outOfRange;
}
