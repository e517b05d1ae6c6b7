import { personalRecord } from '../../platform/sql/index.js';

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
  personalRecord('offer', {
    changedBy: 'both_sides',
    countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'employer_id', 'received_on', 'status'],
  }),
];
