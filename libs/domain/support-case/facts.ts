import type { ConsentStatus } from '#domain/consent';
import type { OpenCaseStatus, CaseStatus } from './status.js';

/** State of the support request (支援要請): the city asks, the Hello Work accepts or returns it with a reason. */
export type SupportRequestStatus = 'requested' | 'accepted' | 'returned';

/** 就職の状態: the person has the job, left it (離職), or it did not come about (取消). */
export type PlacementState = 'in_force' | 'left' | 'reversed';

/** A placement of the period. */
export interface PlacementOnRecord {
  /** Id of the record; of two records, the one written later has the greater id. */
  readonly id: string;
  /** 紹介就職. */
  readonly byReferral: boolean;
  readonly state: PlacementState;
}

/** A change of state from a job back to the search. */
export interface LeavingOnRecord {
  /** Id of the change of state, in one order with those of the placements. */
  readonly id: string;
  /** Where the period stood before (離職前の状態). */
  readonly from: 'placed' | 'follow_up';
}

/** What is on record about a case when somebody asks what may happen next. Plain data, read by the service. */
export interface CaseFacts {
  readonly status: CaseStatus;
  /** Where a suspended period stood before (中断前の状態); null if unknown or not suspended. */
  readonly suspendedFrom: OpenCaseStatus | null;
  /** How the person's consents stand today. */
  readonly consents: { readonly participation: ConsentStatus; readonly sharing: ConsentStatus };
  /** The latest support request, null if there was none. */
  readonly request: SupportRequestStatus | null;
  readonly interviewHeld: boolean;
  readonly conferenceHeld: boolean;
  /** 求職番号 of the person, given by the national side on registration. */
  readonly jobSeekerNumber: string | null;
  /** Version of the plan the person agreed to last. */
  readonly agreedPlanVersion: number | null;
  /** The latest offer of this period, null if there was none or once a placement came of it, kept or reversed. */
  readonly offer: 'open' | 'accepted' | 'declined' | null;
  /** The placement of this period in which the person works, else the latest. */
  readonly placement: PlacementOnRecord | null;
  /** The last time a job was left (離職) and the period went back to 支援中; null while it never did. */
  readonly lastLeaving: LeavingOnRecord | null;
  /** Referrals still without an outcome. */
  readonly openReferrals: number;
}

/** A person's first day at the desk: nothing on record yet. */
export const NOTHING_ON_RECORD: CaseFacts = {
  status: 'intake',
  suspendedFrom: null,
  consents: { participation: 'missing', sharing: 'missing' },
  request: null,
  interviewHeld: false,
  conferenceHeld: false,
  jobSeekerNumber: null,
  agreedPlanVersion: null,
  offer: null,
  placement: null,
  lastLeaving: null,
  openReferrals: 0,
};
