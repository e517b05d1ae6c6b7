import { personalRecord } from '../../platform/sql/index.js';

export const PLACEMENT_POLICIES = [
  personalRecord('placement', {
    changedBy: 'both_sides',
    countable: [
      'id',
      'site_id',
      'jobseeker_id',
      'support_case_id',
      'referral_id',
      'employer_id',
      'decided_on',
      'starts_on',
      'route',
      'employment_type',
      'reversed_on',
      'left_on',
    ],
  }),
  personalRecord('retention_contact', { changedBy: 'nobody' }),
];
