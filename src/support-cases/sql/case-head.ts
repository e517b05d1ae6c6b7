import { view } from '../../platform/sql/index.js';

export const CASE_HEADS = [
  /** 支援期間 as others may read it: where it stands and where it belongs. */
  view(
    'case_head',
    `SELECT c.id, c.site_id, c.org_id AS organisation_id, c.jobseeker_id, c.number, c.programme_id, c.desk_id, c.status, c.status_since, c.opened_on
    FROM support_case c`,
  ),
  /** The states of a period, each from a day to the day it was left; those that came and went within one day are left out. */
  view(
    'case_status_stretch',
    `SELECT s.support_case_id, s.status, s.starts_on, s.ends_on FROM (
      SELECT t.support_case_id, t.to_status AS status, t.happened_on AS starts_on,
        lead(t.happened_on) OVER (PARTITION BY t.support_case_id ORDER BY t.happened_on, t.id) AS ends_on
      FROM case_transition t) s
    WHERE s.ends_on IS NULL OR s.ends_on > s.starts_on`,
  ),
];
