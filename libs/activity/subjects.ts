import { ja } from '#messages';

interface Subject {
  readonly words: string;
  /** Where the record is opened; null where it has no page of its own. */
  readonly link: ((place: { readonly id: string; readonly caseId: string | null }) => string | null) | null;
}

const words = ja.audit.subjects;
const onCase =
  (page: string) =>
  ({ caseId }: { caseId: string | null }): string | null =>
    caseId === null ? null : `/cases/${caseId}${page}`;

/** Every kind of record that something can happen to, what it is called and where it is opened. */
export const SUBJECTS = {
  staff: { words: words.staff, link: null },
  session: { words: words.session, link: null },
  token: { words: words.token, link: null },
  machine_account: { words: words.machine_account, link: null },
  site: { words: words.site, link: null },
  organisation: { words: words.organisation, link: null },
  organisation_proposal: { words: words.organisation_proposal, link: null },
  desk: { words: words.desk, link: null },
  agreement: { words: words.agreement, link: null },
  council: { words: words.council, link: null },
  programme: { words: words.programme, link: null },
  target_group: { words: words.target_group, link: null },
  reason: { words: words.reason, link: null },
  yearly_plan: { words: words.yearly_plan, link: null },
  manual_figure: { words: words.manual_figure, link: null },
  monthly_report: { words: words.monthly_report, link: ({ id }) => `/reports/${id}` },
  visit: { words: words.visit, link: null },
  employer: { words: words.employer, link: null },
  job_order: { words: words.job_order, link: null },
  jobseeker: { words: words.jobseeker, link: null },
  group_membership: { words: words.group_membership, link: null },
  wish: { words: words.wish, link: null },
  benefit: { words: words.benefit, link: null },
  consent: { words: words.consent, link: null },
  sharing_decision: { words: words.sharing_decision, link: null },
  duplicate_suspicion: { words: words.duplicate_suspicion, link: null },
  support_case: { words: words.support_case, link: null },
  case_assignment: { words: words.case_assignment, link: onCase('/team') },
  support_request: { words: words.support_request, link: ({ id }) => `/requests/${id}` },
  support_plan: { words: words.support_plan, link: onCase('/plan') },
  plan_step: { words: words.plan_step, link: onCase('/plan') },
  plan_review: { words: words.plan_review, link: onCase('/plan') },
  consultation: { words: words.consultation, link: ({ id }) => `/consultations/${id}` },
  next_action: { words: words.next_action, link: null },
  referral: { words: words.referral, link: onCase('/referrals') },
  condition_negotiation: { words: words.condition_negotiation, link: onCase('/referrals') },
  offer: { words: words.offer, link: onCase('/referrals') },
  placement: { words: words.placement, link: onCase('/referrals') },
  retention_contact: { words: words.retention_contact, link: onCase('/referrals') },
} as const satisfies Readonly<Record<string, Subject>>;

export type SubjectType = keyof typeof SUBJECTS;

/** Of a subject written before its type was known here: the type itself, and no link. */
export function subjectOf(type: string): Subject {
  return Object.hasOwn(SUBJECTS, type) ? SUBJECTS[type as SubjectType] : { words: type, link: null };
}
