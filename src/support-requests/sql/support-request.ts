import { personalRecord, view } from '../../platform/sql/index.js';

export const SUPPORT_REQUEST_POLICIES = personalRecord('support_request', {
  changedBy: 'both_sides',
  countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'requested_on', 'status', 'decided_on'],
});

/** 支援要請 as others may read it: who is asked for what, since when, and whether it was answered. */
export const SUPPORT_REQUEST_HEAD = view(
  'support_request_head',
  `SELECT r.id, r.site_id, r.jobseeker_id, r.support_case_id, r.to_org_id AS to_organisation_id, r.wanted, r.requested_on, r.status
  FROM support_request r`,
);
