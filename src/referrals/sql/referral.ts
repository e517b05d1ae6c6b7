import { APP_ROLE, personalRecord } from '../../platform/sql/index.js';

export const REFERRAL_POLICIES = [
  personalRecord('condition_negotiation', { changedBy: 'both_sides' }),
  personalRecord('referral', {
    changedBy: 'both_sides',
    countable: [
      'id',
      'site_id',
      'jobseeker_id',
      'support_case_id',
      'employer_id',
      'asked_on',
      'letter_issued_on',
      'outcome',
      'outcome_on',
    ],
  }),
  // The worker reminds of interviews; it reads what is due and whose it is, for the sites it was given.
  personalRecord('interview', {
    changedBy: 'both_sides',
    more: `CREATE POLICY interview_remind ON interview FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
  personalRecord('offer', {
    changedBy: 'both_sides',
    countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'employer_id', 'received_on', 'status'],
  }),
];
