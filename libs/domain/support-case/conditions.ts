import type { Reason } from '#kernel';
import type { Side } from '#access';
import type { ConsentStatus } from '#domain/consent';
import type { CaseFacts } from './facts.js';
import { type CaseStatus, type ProgrammeSteps } from './status.js';
import { needsConsentToResume, SUSPENDED } from './suspension.js';

/** Who asks, on the way through which programme. */
export interface Circumstances {
  readonly side: Side;
  readonly programme: ProgrammeSteps;
}

type Check = (facts: CaseFacts, circumstances: Circumstances) => Reason[];

const unless = (met: boolean, code: string): Reason[] => (met ? [] : [{ code }]);

const MISSING_CONSENT = {
  participation: { code: 'consent_to_take_part_missing' },
  sharing: { code: 'sharing_consent_missing' },
} as const;

const LAPSED_CONSENT = {
  not_yet: { code: 'consent_not_yet_in_force' },
  expired: { code: 'consent_expired' },
  withdrawn: { code: 'consent_withdrawn' },
  guardian_missing: { code: 'guardian_consent_missing' },
} as const;

function consentReason(kind: 'participation' | 'sharing', status: ConsentStatus): Reason[] {
  if (status === 'in_force') return [];
  return status === 'missing' ? [MISSING_CONSENT[kind]] : [{ ...LAPSED_CONSENT[status], params: { kind } }];
}

const consentsInForce: Check = ({ consents }) => [
  ...consentReason('participation', consents.participation),
  ...consentReason('sharing', consents.sharing),
];

/** Where the programme does without the consent step, only a consent taken back stops the work. */
const consentsRespected: Check = (facts, circumstances) => {
  const reasons = consentsInForce(facts, circumstances);
  const optional = circumstances.programme.optionalSteps.includes('consented');
  return optional ? reasons.filter(({ code }) => code === 'consent_withdrawn') : reasons;
};

const consentsRespectedWhereResumed: Check = (facts, circumstances) =>
  needsConsentToResume(facts) ? consentsRespected(facts, circumstances) : [];

/** A request that is under way must be answered even where the programme could have done without it. */
const requestAccepted: Check = ({ request, status }, { programme }) => {
  const couldDoWithout = programme.optionalSteps.includes('requested') && status !== 'requested';
  return unless(request === 'accepted' || couldDoWithout, 'request_not_accepted');
};

/** An action that belongs to one side is refused to the other. */
export const ONLY_SIDE: Record<Side, Reason> = {
  municipal: { code: 'only_municipal_side' },
  national: { code: 'only_national_side' },
};

/** Why nothing leads on from here: the period is over, rests, or is elsewhere. */
export function notFromHere(status: CaseStatus): Reason {
  if (status === 'closed') return { code: 'case_is_closed' };
  if (status === 'suspended') return SUSPENDED;
  return { code: 'not_possible_in_this_status', params: { status } };
}

/** A job in force that is older than the leaving was left and is not left any more: the leaving was a mistake. */
const isLeavingTakenBack = ({ placement, lastLeaving }: CaseFacts): boolean =>
  placement?.state === 'in_force' && lastLeaving !== null && placement.id < lastLeaving.id;

/** What an action may demand of the records, by name; the transition table refers to these names. */
export const CONDITIONS = {
  consentsInForce,
  consentsRespected,
  consentsRespectedWhereResumed,
  requestAccepted,
  requestUnanswered: ({ request }) => unless(request !== 'accepted', 'request_already_accepted'),
  interviewHeld: ({ interviewHeld }) => unless(interviewHeld, 'interview_not_held'),
  conferenceHeld: ({ conferenceHeld }) => unless(conferenceHeld, 'conference_not_held'),
  registeredAsJobSeeker: ({ jobSeekerNumber }) => unless(jobSeekerNumber !== null, 'not_registered_as_job_seeker'),
  planAgreed: ({ agreedPlanVersion }) => unless(agreedPlanVersion !== null, 'plan_not_agreed'),
  offerReceived: ({ offer }) => unless(offer === 'open' || offer === 'accepted', 'offer_missing'),
  /** Who has a job may be offered another; the job says where the period stands. */
  notAtWork: ({ placement }) => unless(placement?.state !== 'in_force', 'person_at_work'),
  offerDeclined: ({ offer }) => unless(offer === 'declined', 'offer_not_declined'),
  noOfferOpen: ({ offer }) => unless(offer !== 'open', 'offer_still_open'),
  placementRecorded: ({ placement }) => unless(placement?.state === 'in_force', 'placement_missing'),
  placementReversed: ({ placement }) =>
    unless(placement === null || placement.state === 'reversed', 'placement_not_reversed'),
  placementLeft: ({ placement }) => unless(placement?.state === 'left', 'placement_not_left'),
  /** The person works in a job found since the last one was left. */
  jobIsNew: (facts) => unless(!isLeavingTakenBack(facts), 'placement_missing'),
  /** The person works in the very job whose leaving moved the period. */
  leavingTakenBack: (facts) => unless(isLeavingTakenBack(facts), 'placement_not_left'),
  /** 紹介就職 is confirmed by the national side; any other job is taken on report by either. */
  referralPlacementConfirmed: ({ placement }, { side }) =>
    placement?.byReferral && side !== 'national' ? [ONLY_SIDE.national] : [],
  noReferralOpen: ({ openReferrals }) =>
    openReferrals === 0 ? [] : [{ code: 'referrals_still_open', params: { count: openReferrals } }],
} as const satisfies Record<string, Check>;

export type Condition = keyof typeof CONDITIONS;
