import type { Referral } from './referrals.repository.js';

type Attempt = Pick<Referral, 'attemptNo' | 'employerId'>;

/** What an activity on a referral is about. */
export const ofReferral = ({ id, jobseekerId, supportCaseId }: Referral) =>
  ({ subject: { type: 'referral', id }, jobseekerId, supportCaseId }) as const;

/** Which attempt it was, at which employer. */
export const attemptOf = ({ attemptNo, employerId }: Attempt): Attempt => ({ attemptNo, employerId });
