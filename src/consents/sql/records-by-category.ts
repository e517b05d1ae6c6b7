import { TABLE_CATEGORIES } from '#domain/sharing';
import { APP_ROLE, routines } from '../../platform/sql/index.js';

/** Tables whose rows are no record that anybody would count: keys to find a name by, who was present, and jobs, which are about nobody. */
const UNCOUNTED = ['jobseeker_search', 'jobseeker_identity', 'consultation_participant', 'job_order'];

const counts = Object.entries(TABLE_CATEGORIES)
  .filter(([table]) => !UNCOUNTED.includes(table))
  .map(([table, category]) => `SELECT '${category}', r.org_id FROM ${table} r WHERE r.jobseeker_id = p_person`);

/** How many records each organisation wrote about a person, by category: as far as the caller sees them. */
export const RECORDS_BY_CATEGORY = routines(
  'records by category',
  `
CREATE OR REPLACE FUNCTION records_by_category(p_person uuid) RETURNS TABLE (category text, organisation_id int, records int)
LANGUAGE sql STABLE AS $$
  SELECT r.category, r.org_id, count(*)::int FROM (${counts.join('\n    UNION ALL ')}) r (category, org_id) GROUP BY 1, 2 $$;
GRANT EXECUTE ON FUNCTION records_by_category(uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS records_by_category(uuid)',
);
