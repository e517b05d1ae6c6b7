import type { Side } from '#access';
import type { IsoDate } from '#kernel';
import { ja } from '#messages';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import type { CaseAction, CaseStatus, CloseReason } from '#domain/support-case';
import type { AgreementMethod } from '#domain/support-plan';
import type { OwnerSide, TaskState } from '#domain/task';
import { data, NO_DATA, NOBODY, ofPerson } from '../definition.js';

const words = ja.timeline.kind;
const notice = ja.activity.notice;

const supportCase = { subject: 'support_case', icon: 'flag', audit: 'support', notifies: NOBODY } as const;
const assignment = { subject: 'case_assignment', icon: 'handover', audit: 'sharing' } as const;
const request = { subject: 'support_request', icon: 'send', audit: 'support' } as const;
const plan = { subject: 'support_plan', icon: 'plan', audit: 'support' } as const;
const consultation = { subject: 'consultation', icon: 'consultation', audit: 'support', notifies: NOBODY } as const;

interface RequestAnswered {
  requestedBy: string | null;
  fromOrganisationId: number;
}

interface TaskEnded {
  state: TaskState;
  ownerSide: OwnerSide | null;
  dueOn: IsoDate | null;
}

/** Whoever is to do it now is told; whoever was to do it has left. */
const taskHandedOver = {
  data: data<{ fromStaffId: string; toStaffId: string }>(),
  icon: 'handover',
  audit: 'support',
  notifies: { title: notice['task.handed_over'], to: [{ staff: 'toStaffId' }] },
} as const;

/** What happens on a case: its states, its team, requests, plans, consultations. */
export const supportKinds = {
  'case.opened': ofPerson({
    ...supportCase,
    data: data<{ programmeId: number; deskId: number | null; teamSupport: boolean }>(),
    words: words['case.opened'],
  }),
  'case.transitioned': ofPerson({
    ...supportCase,
    data: data<{
      action: CaseAction;
      from: CaseStatus;
      to: CaseStatus;
      reviewOn?: IsoDate | null;
      closeReason?: CloseReason | null;
    }>(),
    words: words['case.transitioned'],
  }),
  'case.closing_withdrawn': ofPerson({
    ...supportCase,
    data: data<{ to: CaseStatus; closedOn: IsoDate; closeReason: CloseReason | null }>(),
    words: words['case.closing_withdrawn'],
    notifies: { title: notice['case.closing_withdrawn'], to: ['case_team'] },
  }),
  'case.changed': ofPerson({
    ...supportCase,
    data: data<{ deskId: number | null; teamSupportSince: IsoDate | null }>(),
    words: words['case.changed'],
  }),
  'case.interview_held': ofPerson({ ...supportCase, data: NO_DATA, words: words['case.interview_held'] }),
  'case.conference_held': ofPerson({ ...supportCase, data: NO_DATA, words: words['case.conference_held'] }),
  'assignment.started': ofPerson({
    ...assignment,
    data: data<{ staffId: string }>(),
    words: words['assignment.started'],
    notifies: { title: notice['assignment.started'], to: [{ staff: 'staffId' }] },
  }),
  'assignment.handed_over': ofPerson({
    ...assignment,
    data: data<{ fromStaffId: string; toStaffId: string }>(),
    words: words['assignment.handed_over'],
    notifies: { title: notice['assignment.handed_over'], to: [{ staff: 'toStaffId' }, { staff: 'fromStaffId' }] },
  }),
  'assignment.ended': ofPerson({
    ...assignment,
    data: data<{ staffId: string }>(),
    words: words['assignment.ended'],
    notifies: { title: notice['assignment.ended'], to: [{ staff: 'staffId' }] },
  }),
  'assignment.corrected': ofPerson({
    ...assignment,
    data: data<{ staffId: string }>(),
    words: words['assignment.corrected'],
    notifies: NOBODY,
  }),
  'assignment.resumed': ofPerson({
    ...assignment,
    data: data<{ staffId: string }>(),
    words: words['assignment.resumed'],
    notifies: { title: notice['assignment.resumed'], to: [{ staff: 'staffId' }] },
  }),
  'team.ended': ofPerson({ ...supportCase, data: data<{ members: number }>(), words: words['team.ended'] }),
  'request.made': ofPerson({
    ...request,
    data: data<{ toOrganisationId: number }>(),
    words: words['request.made'],
    notifies: { title: notice['request.made'], to: [{ supervisorsOf: 'toOrganisationId' }, 'other_side_of_team'] },
  }),
  'request.accepted': ofPerson({
    ...request,
    data: data<RequestAnswered>(),
    words: words['request.accepted'],
    notifies: {
      title: notice['request.accepted'],
      to: [{ staff: 'requestedBy' }, 'other_side_of_team'],
      otherwise: { supervisorsOf: 'fromOrganisationId' },
    },
  }),
  'request.returned': ofPerson({
    ...request,
    data: data<RequestAnswered>(),
    words: words['request.returned'],
    notifies: {
      title: notice['request.returned'],
      to: [{ staff: 'requestedBy' }, 'other_side_of_team'],
      otherwise: { supervisorsOf: 'fromOrganisationId' },
    },
  }),
  'plan.drawn_up': ofPerson({
    ...plan,
    data: data<{ planVersion: number; steps: number }>(),
    words: words['plan.drawn_up'],
    notifies: { title: notice['plan.drawn_up'], to: ['other_side_of_team'] },
  }),
  'plan.revised': ofPerson({
    ...plan,
    data: data<{ planVersion: number; steps: number }>(),
    words: words['plan.revised'],
    notifies: { title: notice['plan.revised'], to: ['other_side_of_team'] },
  }),
  'plan.edited': ofPerson({
    ...plan,
    data: data<{ planVersion: number; steps: number }>(),
    words: words['plan.edited'],
    notifies: { title: notice['plan.edited'], to: ['other_side_of_team'] },
  }),
  'plan.agreed': ofPerson({
    ...plan,
    data: data<{ planVersion: number; agreedHow: AgreementMethod }>(),
    words: words['plan.agreed'],
    notifies: { title: notice['plan.agreed'], to: ['other_side_of_team'] },
  }),
  'plan_step.finished': ofPerson({
    data: data<TaskEnded>(),
    subject: 'plan_step',
    words: words['plan_step.finished'],
    icon: 'plan',
    audit: 'support',
    notifies: NOBODY,
  }),
  'plan_review.planned': ofPerson({
    data: data<{ dueOn: IsoDate }>(),
    subject: 'plan_review',
    words: words['plan_review.planned'],
    icon: 'plan',
    audit: 'support',
    notifies: NOBODY,
  }),
  'plan_review.held': ofPerson({
    data: data<{ dueOn: IsoDate }>(),
    subject: 'plan_review',
    words: words['plan_review.held'],
    icon: 'plan',
    audit: 'support',
    notifies: NOBODY,
  }),
  'consultation.logged': ofPerson({
    ...consultation,
    data: data<{
      kind: ConsultationKind;
      channel: ConsultationChannel;
      outcomes: readonly ConsultationOutcome[];
      nextActions: readonly { dueOn: IsoDate | null; ownerSide: Side | 'jobseeker' | null }[];
    }>(),
    words: words['consultation.logged'],
  }),
  'consultation.edited': ofPerson({ ...consultation, data: NO_DATA, words: words['consultation.edited'] }),
  'consultation.addendum_added': ofPerson({
    ...consultation,
    data: NO_DATA,
    words: words['consultation.addendum_added'],
  }),
  'next_action.handed_over': ofPerson({
    ...taskHandedOver,
    subject: 'next_action',
    words: words['next_action.handed_over'],
  }),
  'plan_step.handed_over': ofPerson({ ...taskHandedOver, subject: 'plan_step', words: words['plan_step.handed_over'] }),
  'plan_review.handed_over': ofPerson({
    ...taskHandedOver,
    subject: 'plan_review',
    words: words['plan_review.handed_over'],
  }),
  'next_action.finished': ofPerson({
    data: data<TaskEnded>(),
    subject: 'next_action',
    words: words['next_action.finished'],
    icon: 'check',
    audit: 'support',
    notifies: NOBODY,
  }),
} as const;
