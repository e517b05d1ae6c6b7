import type { IsoDate } from '#kernel';

/**
 * What can be counted in this version. Later facts of the trade (event, attendance, outreach session, piecework match,
 * job order, training order …) join this list and {@link Fact} keeps its shape: new facts need no new columns to be counted.
 */
export const FACT_NAMES = [
  'visit', // 来所・利用: someone used the desk; a tally of anonymous visits is one fact with a quantity
  'registration', // 登録: the person was registered at the site
  'consultation', // 相談
  'support_request', // 支援要請
  'plan', // 支援プラン
  'referral', // 職業紹介: a referral letter was issued
  'offer', // 採用
  'placement', // 就職
  'support', // 支援期間: the time a person is under support, from `occurredOn` to `until`
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** Which date of a fact places it in a window. A fact that lacks the chosen date is not counted. */
export const FACT_DATES = [
  'occurred_on', // the day it happened, see Fact.occurredOn
  'drawn_up_on', // plan: drawn up (作成日), before the person agreed
  'asked_on', // referral: the day the employer was asked (打診日)
  'decided_on', // placement: the day the hiring was settled (就職が決まった日)
  'starts_on', // placement: first day of work (就職日)
] as const;
export type FactDate = (typeof FACT_DATES)[number];

/**
 * One row of what happened at a site, the same shape for every fact, as the views `fact_*` of the database give it.
 *
 * Text codes are those of the trade (kinds, channels, routes, employment types). Absent and null mean the same: not known
 * or not applicable.
 */
export interface Fact {
  readonly fact: FactName;
  /** Identifies the row among the facts of the same name. */
  readonly id: string;
  readonly siteId: number;
  /** Code of the desk (窓口) within its site. */
  readonly desk: string | null;
  /** Code of the programme (事業) within its site. */
  readonly programme: string | null;
  /** The person; null for an anonymous visit. */
  readonly jobseekerId: string | null;
  readonly caseId: string | null;
  /**
   * The day it happened: the visit, the registration, the consultation, the request, the referral letter, the offer; a plan:
   * the day the person first agreed, null until then; a placement: the first day of work; support: the day it began.
   */
  readonly occurredOn: IsoDate | null;
  readonly drawnUpOn?: IsoDate | null;
  readonly askedOn?: IsoDate | null;
  readonly decidedOn?: IsoDate | null;
  readonly startsOn?: IsoDate | null;
  /** Last day of a support period; null while it runs. Other facts have none. */
  readonly until?: IsoDate | null;
  /** The fact was undone on this day (a placement reversed, a door count corrected): from then on it no longer counts. */
  readonly withdrawnOn?: IsoDate | null;
  readonly kind?: string | null;
  readonly channel?: string | null;
  readonly route?: string | null;
  readonly employmentType?: string | null;
  /** Team support (チーム支援): a consultation in which staff of both sides took part; any other fact of a case then under it. */
  readonly teamSupport?: boolean | null;
  /** Logins (ログインID) of the staff who took part: by them a plan names staff. The database's facts hold ids of records instead. */
  readonly staffIds?: readonly string[] | null;
  /** Titles or role codes of the staff who took part (職種). */
  readonly staffRoles?: readonly string[] | null;
  readonly establishmentId?: string | null;
  /** A number the fact carries: people of a tallied visit, later positions of a job order, attendance of an event. */
  readonly quantity?: number | null;
}

/**
 * Dated membership of a person in a target group (対象者区分). `until` is the first day on which the person no longer
 * belongs (この日から該当しない), null while it lasts.
 */
export interface GroupMembership {
  readonly jobseekerId: string;
  readonly group: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}
