import type { IsoDate } from '#kernel';
import { ja } from '#messages';
import type { EmploymentType, PlacementRoute } from '#domain/placement';
import type { NegotiatedCondition, NegotiationResult, ReferralOutcome } from '#domain/referral';
import { data, NO_DATA, NOBODY, ofPerson, ofPersonOrSite, ofPersonUnseen, ofSite } from '../definition.js';

const words = ja.timeline.kind;
const notice = ja.activity.notice;
const titles = ja.audit.actions;

const referral = { subject: 'referral', icon: 'letter', audit: 'support', notifies: NOBODY } as const;
const interview = { subject: 'referral', icon: 'calendar', audit: 'support' } as const;
const negotiation = { subject: 'condition_negotiation', icon: 'building', audit: 'support', notifies: NOBODY } as const;
const offer = { subject: 'offer', icon: 'offer', audit: 'support', notifies: NOBODY } as const;
const placement = { subject: 'placement', icon: 'placement', audit: 'support' } as const;

interface Attempt {
  attemptNo: number;
  employerId: string;
}
/** An interview, and who goes along. */
type AtInterview = Attempt & { interviewOn: IsoDate; accompaniedBy: string | null };
interface Negotiated {
  employerId: string;
  condition: NegotiatedCondition;
  result: NegotiationResult;
}

/** What happens between a person and employers: orders, referrals, negotiations, offers, placements, staying in the job. */
export const jobSearchKinds = {
  'employer.registered': ofSite({ subject: 'employer', title: titles['employer.registered'], audit: 'support' }),
  'employer.revised': ofSite({ subject: 'employer', title: titles['employer.revised'], audit: 'support' }),
  'job_order.received': ofPersonOrSite({
    data: NO_DATA,
    subject: 'job_order',
    words: words['job_order.received'],
    icon: 'info',
    audit: 'support',
    notifies: NOBODY,
  }),
  'job_order.revised': ofSite({ subject: 'job_order', title: titles['job_order.revised'], audit: 'support' }),
  'referral.asked': ofPerson({ ...referral, data: data<Attempt>(), words: words['referral.asked'] }),
  'referral.letter_issued': ofPerson({ ...referral, data: data<Attempt>(), words: words['referral.letter_issued'] }),
  'referral.letter_printed': ofPersonUnseen({
    data: NO_DATA,
    subject: 'referral',
    title: titles['referral.letter_printed'],
    icon: 'print',
    audit: 'reading',
    notifies: NOBODY,
  }),
  'referral.interview_recorded': ofPerson({
    ...referral,
    data: data<Attempt & { interviewOn: IsoDate }>(),
    words: words['referral.interview_recorded'],
  }),
  'referral.interview_arranged': ofPerson({
    ...interview,
    data: data<AtInterview>(),
    words: words['referral.interview_arranged'],
    notifies: { title: notice['referral.interview_arranged'], to: ['case_team', { staff: 'accompaniedBy' }] },
  }),
  'referral.interview_moved': ofPerson({
    ...interview,
    data: data<AtInterview & { movedFrom: IsoDate }>(),
    words: words['referral.interview_moved'],
    notifies: { title: notice['referral.interview_moved'], to: ['case_team', { staff: 'accompaniedBy' }] },
  }),
  'referral.interview_cancelled': ofPerson({
    ...interview,
    data: data<AtInterview>(),
    words: words['referral.interview_cancelled'],
    notifies: { title: notice['referral.interview_cancelled'], to: ['case_team', { staff: 'accompaniedBy' }] },
  }),
  'referral.interview_handed_over': ofPerson({
    ...interview,
    data: data<{ fromStaffId: string; toStaffId: string; interviewOn: IsoDate | null }>(),
    words: words['referral.interview_handed_over'],
    notifies: { title: notice['task.handed_over'], to: [{ staff: 'toStaffId' }] },
  }),
  'referral.outcome_recorded': ofPerson({
    ...referral,
    data: data<Attempt & { outcome: ReferralOutcome }>(),
    words: words['referral.outcome_recorded'],
  }),
  'negotiation.recorded': ofPerson({
    ...negotiation,
    data: data<Negotiated>(),
    words: words['negotiation.recorded'],
  }),
  'negotiation.answered': ofPerson({
    ...negotiation,
    data: data<Negotiated>(),
    words: words['negotiation.answered'],
  }),
  'offer.received': ofPerson({ ...offer, data: data<{ employerId: string }>(), words: words['offer.received'] }),
  'offer.accepted': ofPerson({ ...offer, data: data<{ employerId: string }>(), words: words['offer.accepted'] }),
  'offer.declined': ofPerson({ ...offer, data: data<{ employerId: string }>(), words: words['offer.declined'] }),
  'placement.recorded': ofPerson({
    ...placement,
    data: data<{
      route: PlacementRoute;
      employmentType: EmploymentType;
      startsOn: IsoDate;
      attemptNo: number | null;
    }>(),
    words: words['placement.recorded'],
    tone: 'success',
    notifies: NOBODY,
  }),
  'placement.reversed': ofPerson({
    ...placement,
    data: data<{ route: PlacementRoute }>(),
    words: words['placement.reversed'],
    tone: 'warning',
    notifies: { title: notice['placement.reversed'], to: ['case_team'] },
  }),
  'placement.left': ofPerson({
    ...placement,
    data: data<{ route: PlacementRoute }>(),
    words: words['placement.left'],
    notifies: { title: notice['placement.left'], to: ['case_team'] },
  }),
  'placement.leaving_withdrawn': ofPerson({
    ...placement,
    data: data<{ route: PlacementRoute }>(),
    words: words['placement.leaving_withdrawn'],
    notifies: { title: notice['placement.leaving_withdrawn'], to: ['case_team'] },
  }),
  'retention.contacted': ofPerson({
    data: data<{ withWhom: string; channel: string; stillWorking: boolean | null }>(),
    subject: 'retention_contact',
    words: words['retention.contacted'],
    icon: 'placement',
    audit: 'support',
    notifies: NOBODY,
  }),
} as const;
