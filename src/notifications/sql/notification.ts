import { APP_ROLE, SIGN_IN_ROLE, policies, routines } from '../../platform/sql/index.js';

export const NOTIFICATION_ROUTINES = routines(
  'notification',
  `
-- How many lines somebody has not read: one a person and case, and one a kind of what is about nobody. Asked with the session.
CREATE OR REPLACE FUNCTION notification_lines_unread(p_staff uuid, p_site int) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(DISTINCT CASE WHEN jobseeker_id IS NULL THEN ROW(kind, NULL::uuid, NULL::uuid) ELSE ROW(''::text, jobseeker_id, support_case_id) END)::int
  FROM notification WHERE staff_id = p_staff AND site_id = p_site AND read_at IS NULL $$;
REVOKE ALL ON FUNCTION notification_lines_unread(uuid, int) FROM PUBLIC, ${APP_ROLE};
GRANT EXECUTE ON FUNCTION notification_lines_unread(uuid, int) TO ${SIGN_IN_ROLE};

-- Who works at the site today and what they have to do with the person: ids and posts alone, and to the worker alone.
CREATE OR REPLACE FUNCTION notification_colleagues(p_site int, p_person uuid, p_case uuid)
RETURNS TABLE (staff_id uuid, organisation_id int, side text, role text, on_case boolean, with_person boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation_id, o.side, s.role, coalesce(bool_or(a.support_case_id = p_case), false), count(a.id) > 0
  FROM staff s JOIN organisation o ON o.id = s.organisation_id
  LEFT JOIN case_assignment a ON a.staff_id = s.id AND a.jobseeker_id = p_person
    AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL OR a.ends_on > (SELECT app_today())
      -- Whom the end of a sharing took off the team is told of that end.
      OR (a.ended_with = 'withdrawal' AND a.updated_at > (SELECT app_now()) - interval '1 day'))
    AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = a.support_case_id AND c.status <> 'closed')
  WHERE (SELECT app_system()) = 'worker' AND p_site = ANY ((SELECT app_sites())::int[])
    AND s.employed_from <= (SELECT app_today()) AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()))
    AND EXISTS (SELECT 1 FROM staff_site ss WHERE ss.staff_id = s.id AND ss.site_id = p_site
      AND ss.starts_on <= (SELECT app_today()) AND (ss.ends_on IS NULL OR ss.ends_on > (SELECT app_today())))
  GROUP BY s.id, o.side ORDER BY s.id $$;
REVOKE ALL ON FUNCTION notification_colleagues(int, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notification_colleagues(int, uuid, uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS notification_lines_unread(uuid, int), notification_colleagues(int, uuid, uuid)',
);

export const NOTIFICATION_POLICIES = policies(
  'notification',
  `GRANT SELECT, INSERT, UPDATE ON notification TO ${APP_ROLE};
CREATE POLICY notification_own ON notification FOR SELECT TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()));
CREATE POLICY notification_read ON notification FOR UPDATE TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()));
CREATE POLICY notification_send ON notification FOR INSERT TO ${APP_ROLE} WITH CHECK ((SELECT app_system()) = 'worker'
  AND site_id = ANY ((SELECT app_sites())::int[]));
CREATE POLICY notification_sent ON notification FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
  AND site_id = ANY ((SELECT app_sites())::int[]));`,
);
