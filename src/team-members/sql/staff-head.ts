import { view } from '../../platform/sql/index.js';

/**
 * 職員 as everybody at the site may know them, leavers (離任) too: what they wrote goes on bearing their name. A left join, which
 * PostgreSQL drops where a statement asks for nothing of the organisation.
 */
export const STAFF_HEAD = view(
  'staff_head',
  `SELECT s.id, s.name, s.name_kana, s.title, s.role, s.employed_until, s.organisation_id, o.name AS organisation_name, o.side
  FROM staff s LEFT JOIN organisation_name o ON o.id = s.organisation_id`,
);

/** Each stretch of days on which somebody works at a site (配属), as far as it is dated there: 在籍 today is `staff_at_work`. */
export const STAFF_AT_SITE = view(
  'staff_at_site',
  'SELECT p.staff_id, p.site_id, p.starts_on, p.ends_on FROM staff_site p',
);
