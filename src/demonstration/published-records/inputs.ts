/**
 * What a site's staff did, day by day, as inputs of use cases: the only form in which the records behind published figures
 * exist. Whoever loads them sets the clock to `on`, acts as the member of staff `by`, and calls the service of that use
 * case; nothing is written past the services.
 *
 * Order: by day, and within a day as listed. Every key (person, case, plan …) is introduced by the input that creates it
 * before any other input names it. Keys are unique in a site and tell nothing.
 *
 * Sides: whoever acts is of the side the use case belongs to. The municipal side registers the people it brings and obtains
 * consent, so that from `record_consent` on the other side sees the person. People who only consulted are registered and
 * seen by one side alone.
 */
import type { IsoDate } from '#kernel';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import type { EmploymentType, PlacementRoute } from '#domain/placement';
import type { CloseReason } from '#domain/support-case';

/** Keys within one site. */
export type Key = string;
/** Code of a member of staff in the plan file, which says of which organisation and side. */
export type StaffCode = string;

interface Done {
  readonly on: IsoDate;
  readonly by: StaffCode;
}

/** 登録: registered on that day at the site; belongs to the groups from that day. */
interface RegisterPerson extends Done {
  readonly do: 'register_person';
  readonly person: Key;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birthDate: IsoDate;
  readonly groups: readonly string[];
  /** Language of the interpreter the person needs, in Japanese. */
  readonly interpreterLanguage?: string;
}

/** 対象者区分の変更: leaves one group and joins another on the same day. */
interface ChangeGroup extends Done {
  readonly do: 'change_group';
  readonly person: Key;
  readonly leaves: string;
  readonly joins: string;
}

/** 相談受付: a case in the state `intake`; whoever opens it is on its team in that role. */
interface OpenCase extends Done {
  readonly do: 'open_case';
  readonly case: Key;
  readonly person: Key;
  readonly programme: string;
  readonly desk: string;
  readonly role: string;
}

/** 担当: joins the team of the case. */
interface AssignStaff extends Done {
  readonly do: 'assign_staff';
  readonly case: Key;
  readonly staff: StaffCode;
  readonly role: string;
}

/** 候補者: `intake` → `candidate`. */
interface PickCandidate extends Done {
  readonly do: 'pick_candidate';
  readonly case: Key;
}

/** 同意: to take part and to share with the other side, both signed that day; the case moves to `consented`. */
interface RecordConsent extends Done {
  readonly do: 'record_consent';
  readonly case: Key;
  readonly person: Key;
  /** Organisation the person lets the records be shared with. */
  readonly sharedWith: string;
}

/** 支援要請: `consented` → `requested`. */
interface RequestSupport extends Done {
  readonly do: 'request_support';
  readonly request: Key;
  readonly case: Key;
  readonly toOrganisation: string;
  readonly wanted: string;
}

/** 要請の受諾; `staff` is on the team from that day. */
interface AcceptRequest extends Done {
  readonly do: 'accept_request';
  readonly request: Key;
  readonly staff: StaffCode;
}

/** 要請の返却: the case is `consented` again. */
interface ReturnRequest extends Done {
  readonly do: 'return_request';
  readonly request: Key;
  readonly reason: string;
}

/** 個別面接: → `interviewed`. */
interface HoldInterview extends Done {
  readonly do: 'hold_interview';
  readonly case: Key;
}

/** ケース会議: → `conference`. */
interface HoldConference extends Done {
  readonly do: 'hold_conference';
  readonly case: Key;
}

/** 求職登録, by the national side. */
interface RegisterJobSeeker extends Done {
  readonly do: 'register_job_seeker';
  readonly person: Key;
  readonly number: string;
}

/**
 * プラン策定: version 1 drawn up and agreed by the person on that day. The case moves to `planned`, and at once to `active`,
 * since the person is registered as a job seeker.
 */
interface AgreePlan extends Done {
  readonly do: 'agree_plan';
  readonly plan: Key;
  readonly case: Key;
  readonly drawnUpOn: IsoDate;
  readonly goal: string;
  readonly steps: readonly {
    readonly title: string;
    readonly ownerSide: 'municipal' | 'national' | 'jobseeker';
    readonly dueOn: IsoDate;
  }[];
}

/** 支援開始 without a plan: → `active`. */
interface StartSupport extends Done {
  readonly do: 'start_support';
  readonly case: Key;
}

/** 相談. `participants` has the author first; `teamSupport` is true exactly when both sides took part. */
interface LogConsultation extends Done {
  readonly do: 'log_consultation';
  readonly consultation: Key;
  readonly person: Key;
  readonly case: Key | null;
  readonly desk: string;
  readonly kind: ConsultationKind;
  readonly channel: ConsultationChannel;
  readonly participants: readonly StaffCode[];
  readonly teamSupport: boolean;
  readonly outcomes: readonly ConsultationOutcome[];
  readonly text: string;
}

interface RegisterEmployer extends Done {
  readonly do: 'register_employer';
  readonly employer: Key;
  readonly name: string;
  readonly kana: string;
}

/** 求人の受理. */
interface ReceiveJobOrder extends Done {
  readonly do: 'receive_job_order';
  readonly jobOrder: Key;
  readonly employer: Key;
  readonly title: string;
  readonly positions: number;
  readonly employmentType: EmploymentType;
}

/** 打診: the referral begins, outcome `pending`, `asked_on` that day. */
export interface AskEmployer extends Done {
  readonly do: 'ask_employer';
  readonly referral: Key;
  readonly case: Key;
  readonly employer: Key;
  readonly jobOrder: Key;
}

/** 紹介状の発行: from that day it is a referral that counts. */
interface IssueLetter extends Done {
  readonly do: 'issue_letter';
  readonly referral: Key;
  /** The interview arranged with the letter; it may lie ahead. Null: documents are screened first. */
  readonly interviewOn: IsoDate | null;
}

/** 紹介の結果 that ends an attempt; an offer has inputs of its own. */
export interface RecordReferralOutcome extends Done {
  readonly do: 'record_referral_outcome';
  readonly referral: Key;
  readonly outcome: 'refused_before_application' | 'not_attended' | 'document_failed' | 'interview_failed';
}

/** 採用通知, the outcome `offered` of a referral: `active` → `offered`. */
interface ReceiveOffer extends Done {
  readonly do: 'receive_offer';
  readonly offer: Key;
  readonly case: Key;
  readonly referral: Key;
  readonly employer: Key;
}

/** 承諾: the referral is `hired`. */
interface AcceptOffer extends Done {
  readonly do: 'accept_offer';
  readonly offer: Key;
}

/** 辞退: the referral is `declined`, the case `offered` → `active`. */
interface DeclineOffer extends Done {
  readonly do: 'decline_offer';
  readonly offer: Key;
  readonly reason: string;
}

/**
 * 就職, recorded on the first day of work: → `placed`. 紹介就職 (`hello_work_referral`) names the referral whose letter was
 * issued and whose outcome is `hired`, and its accepted offer; any other route has neither.
 */
interface RecordPlacement extends Done {
  readonly do: 'record_placement';
  readonly placement: Key;
  readonly case: Key;
  readonly referral: Key | null;
  readonly offer: Key | null;
  /** The employer of the referral; null for another route. */
  readonly employer: Key | null;
  readonly workplaceName: string;
  readonly occupation: string;
  readonly route: PlacementRoute;
  readonly employmentType: EmploymentType;
  readonly decidedOn: IsoDate;
  readonly startsOn: IsoDate;
}

/** 就職の取消: back to `active`. */
interface ReversePlacement extends Done {
  readonly do: 'reverse_placement';
  readonly placement: Key;
  readonly reason: string;
}

/** 定着支援: `placed` → `follow_up`. */
interface StartFollowUp extends Done {
  readonly do: 'start_follow_up';
  readonly case: Key;
}

/** 終了. That day is the last of the support period. */
interface CloseCase extends Done {
  readonly do: 'close_case';
  readonly case: Key;
  readonly reason: CloseReason;
}

export type UseCaseInput =
  | RegisterPerson
  | ChangeGroup
  | OpenCase
  | AssignStaff
  | PickCandidate
  | RecordConsent
  | RequestSupport
  | AcceptRequest
  | ReturnRequest
  | HoldInterview
  | HoldConference
  | RegisterJobSeeker
  | AgreePlan
  | StartSupport
  | LogConsultation
  | RegisterEmployer
  | ReceiveJobOrder
  | AskEmployer
  | IssueLetter
  | RecordReferralOutcome
  | ReceiveOffer
  | AcceptOffer
  | DeclineOffer
  | RecordPlacement
  | ReversePlacement
  | StartFollowUp
  | CloseCase;

/** All that happened at one site, in order. */
export interface SiteRecords {
  /** Code of the site in its plan files. */
  readonly site: string;
  readonly inputs: readonly UseCaseInput[];
}
