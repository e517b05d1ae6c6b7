import { APP_ROLE, policies, REPORT_ROLE, routines } from '../../platform/sql/index.js';

/** Who works at a site, and who manages whom. The reporting role knows a title and an employer, never a name. */
export const STAFF_POLICIES = [
  policies(
    'staff_site',
    `GRANT SELECT ON staff_site TO ${APP_ROLE};
GRANT INSERT, UPDATE ON staff_site TO ${APP_ROLE};
CREATE POLICY staff_site_read ON staff_site FOR SELECT TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));
CREATE POLICY staff_site_manage ON staff_site FOR INSERT TO ${APP_ROLE} WITH CHECK (site_id = ANY ((SELECT app_sites())::int[])
  AND app_manages(staff_site.staff_id));
CREATE POLICY staff_site_change ON staff_site FOR UPDATE TO ${APP_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[])
  AND app_manages(staff_site.staff_id));
GRANT SELECT (staff_id, site_id) ON staff_site TO ${REPORT_ROLE};
CREATE POLICY staff_site_count ON staff_site FOR SELECT TO ${REPORT_ROLE} USING (site_id = ANY ((SELECT app_sites())::int[]));`,
  ),
  policies(
    'staff',
    `GRANT SELECT, INSERT, UPDATE ON staff TO ${APP_ROLE};
CREATE POLICY staff_read ON staff FOR SELECT TO ${APP_ROLE}
  USING (EXISTS (SELECT 1 FROM staff_site s WHERE s.staff_id = staff.id) OR ((SELECT app_role()) = 'site_administrator'
    AND organisation_id = ANY ((SELECT app_orgs())::int[])));
CREATE POLICY staff_manage ON staff FOR INSERT TO ${APP_ROLE} WITH CHECK ((SELECT app_role()) = 'site_administrator'
  AND organisation_id = ANY ((SELECT app_orgs())::int[]));
CREATE POLICY staff_change ON staff FOR UPDATE TO ${APP_ROLE} USING ((SELECT app_role()) = 'site_administrator'
  AND organisation_id = ANY ((SELECT app_orgs())::int[]));
GRANT SELECT (id, organisation_id, title) ON staff TO ${REPORT_ROLE};
CREATE POLICY staff_count ON staff FOR SELECT TO ${REPORT_ROLE} USING (EXISTS (SELECT 1 FROM staff_site s WHERE s.staff_id = staff.id));`,
  ),
];

/**
 * Whether the actor is an administrator of that person's organisation. What a leaver holds is told to no other: an
 * administrator reads no records of people, and yet has to see that none is left behind.
 */
export const STAFF_ROUTINES = routines(
  'manages staff',
  `
CREATE OR REPLACE FUNCTION app_manages(p_staff uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT app_role()) = 'site_administrator' AND EXISTS (SELECT 1 FROM staff s WHERE s.id = p_staff
    AND s.organisation_id = ANY ((SELECT app_orgs())::int[])) $$;
`,
  'DROP FUNCTION IF EXISTS app_manages(uuid)',
);

/**
 * Who has these logins at the sites one works for. A plan names staff by login (`where: { staff: [...] }`), and the reporting role,
 * which counts, reads none: it hands in the logins it was given and gets ids, which name nobody.
 */
export const STAFF_WITH_LOGINS = routines(
  'staff with logins',
  `
CREATE OR REPLACE FUNCTION app_staff_with_logins(p_logins text[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.id), '{}') FROM staff s WHERE s.login = ANY (p_logins)
    AND EXISTS (SELECT 1 FROM staff_site w WHERE w.staff_id = s.id AND w.site_id = ANY ((SELECT app_sites())::int[])) $$;
REVOKE ALL ON FUNCTION app_staff_with_logins(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_staff_with_logins(text[]) TO ${APP_ROLE}, ${REPORT_ROLE};
`,
  'DROP FUNCTION IF EXISTS app_staff_with_logins(text[])',
);

const OF_OWN_STAFF = `(SELECT app_role()) = 'site_administrator' AND site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[])`;

export const DEPARTURE_POLICIES = [
  policies(
    'staff_departure',
    `GRANT SELECT, INSERT, UPDATE ON staff_departure TO ${APP_ROLE};
CREATE POLICY staff_departure_of_own_staff ON staff_departure FOR ALL TO ${APP_ROLE} USING (${OF_OWN_STAFF}) WITH CHECK (${OF_OWN_STAFF});`,
  ),
  policies(
    'staff_departure_item',
    `GRANT SELECT, INSERT ON staff_departure_item TO ${APP_ROLE};
CREATE POLICY staff_departure_item_of_own_staff ON staff_departure_item FOR ALL TO ${APP_ROLE}
  USING (EXISTS (SELECT 1 FROM staff_departure d WHERE d.id = staff_departure_item.departure_id))
  WITH CHECK (EXISTS (SELECT 1 FROM staff_departure d WHERE d.id = staff_departure_item.departure_id));`,
  ),
];
