import { countable, siteTable } from '../../platform/sql/index.js';

export const EMPLOYER_POLICIES = [
  siteTable('employer', undefined, countable('employer', ['id', 'site_id'])),
  siteTable('job_order'),
];
