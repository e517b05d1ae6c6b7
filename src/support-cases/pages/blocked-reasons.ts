import type { Reason } from '#kernel';
import { ja, reasonText } from '#messages';

/** Ids that lead to where a reason can be put right. */
export interface FixTargets {
  readonly caseId: string;
  readonly jobseekerId: string;
  /** The latest support request of the case. */
  readonly requestId: string | null;
}

export interface FixableReason {
  readonly text: string;
  readonly fix?: { readonly text: string; readonly href: string };
}

type Fix = (targets: FixTargets) => { text: string; href: string };

const { fixes } = ja.supportCase;

const consent: Fix = ({ jobseekerId }) => ({ text: fixes.consent, href: `/jobseekers/${jobseekerId}/consents/new` });
const sharing: Fix = ({ jobseekerId }) => ({
  text: fixes.consent,
  href: `/jobseekers/${jobseekerId}/consents/new?kind=sharing`,
});
const plan: Fix = ({ caseId }) => ({ text: fixes.plan, href: `/cases/${caseId}/plan` });
const referrals: Fix = ({ caseId }) => ({ text: fixes.referrals, href: `/cases/${caseId}/referrals` });

const FIXES: Readonly<Record<string, Fix>> = {
  consent_to_take_part_missing: consent,
  sharing_consent_missing: sharing,
  consent_expired: consent,
  consent_withdrawn: consent,
  guardian_consent_missing: consent,
  request_not_accepted: ({ caseId, requestId }) =>
    requestId === null
      ? { text: fixes.make_request, href: `/cases/${caseId}/requests/new` }
      : { text: fixes.request, href: `/requests/${requestId}` },
  interview_not_held: ({ caseId }) => ({ text: fixes.interview, href: `/cases/${caseId}/steps#interview` }),
  conference_not_held: ({ caseId }) => ({ text: fixes.conference, href: `/cases/${caseId}/steps#conference` }),
  not_registered_as_job_seeker: ({ jobseekerId }) => ({ text: fixes.registration, href: `/jobseekers/${jobseekerId}` }),
  plan_not_agreed: plan,
  offer_missing: referrals,
  offer_not_declined: referrals,
  offer_still_open: referrals,
  placement_missing: referrals,
  placement_not_reversed: referrals,
  placement_not_left: referrals,
  person_at_work: referrals,
  support_not_started: ({ caseId }) => ({ text: fixes.steps, href: `/cases/${caseId}/steps` }),
  referrals_still_open: referrals,
};

/** The sentence of each reason, with a link to where it can be put right. */
export function fixable(reasons: readonly Reason[], targets: FixTargets): FixableReason[] {
  return reasons.map(({ code, params }) => {
    const text = reasonText(code, params);
    const fix = FIXES[code]?.(targets);
    return fix ? { text, fix } : { text };
  });
}
