import { view } from '../../platform/sql/index.js';

/** Who works at which site today (在籍): `isAtWork` of libs/domain/organisation/at-work.ts. */
export const STAFF_AT_WORK = view(
  'staff_at_work',
  `SELECT h.site_id, s.id AS staff_id, s.organisation_id, s.name, s.name_kana, s.title, s.role
  FROM staff s JOIN (SELECT DISTINCT p.staff_id, p.site_id FROM staff_site p
    WHERE p.starts_on <= (SELECT app_today()) AND (p.ends_on IS NULL OR p.ends_on > (SELECT app_today()))) h
    ON h.staff_id = s.id
  WHERE s.employed_from <= (SELECT app_today()) AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()))`,
);
