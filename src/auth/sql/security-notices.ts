import { routines } from '../../platform/sql/index.js';

/**
 * What a person is told of their sign-in by the functions that sign people in, where nobody is known yet who could write a message: at every site where
 * they work, so that they meet it wherever they come in. Nobody but those functions may.
 */
export const SECURITY_NOTICE_ROUTINES = routines(
  'security notices',
  `
CREATE OR REPLACE FUNCTION auth_tell(p_staff uuid, p_kind text, p_subject_type text, p_subject uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, created_at)
    SELECT gen_random_uuid(), p.site_id, p_staff, p_kind, p_subject_type, p_subject, p_now FROM staff_site p
    WHERE p.staff_id = p_staff AND p.starts_on <= (p_now AT TIME ZONE 'Asia/Tokyo')::date
      AND (p.ends_on IS NULL OR p.ends_on > (p_now AT TIME ZONE 'Asia/Tokyo')::date) GROUP BY p.site_id $$;

-- A sign-in from where the person was never seen before. Of the first of all there is nobody to warn.
CREATE OR REPLACE FUNCTION auth_new_place(p_staff uuid, p_site int, p_subject uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM auth_tell(p_staff, 'signed_in_new_place', 'session', p_subject, p_now);
  PERFORM auth_audit(p_staff, p_site, 'session.new_place', p_now);
END $$;

-- Told once a day, however long somebody goes on trying.
CREATE OR REPLACE FUNCTION auth_tell_locked_out(p_staff uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF p_staff IS NULL OR EXISTS (SELECT 1 FROM notification n WHERE n.staff_id = p_staff AND n.kind = 'locked_out'
    AND n.created_at > p_now - interval '1 day') THEN RETURN; END IF;
  PERFORM auth_tell(p_staff, 'locked_out', 'staff', p_staff, p_now);
END $$;
REVOKE ALL ON FUNCTION auth_tell(uuid, text, text, uuid, timestamptz), auth_new_place(uuid, int, uuid, timestamptz),
  auth_tell_locked_out(uuid, timestamptz) FROM PUBLIC;
`,
  `DROP FUNCTION IF EXISTS auth_tell(uuid, text, text, uuid, timestamptz), auth_new_place(uuid, int, uuid, timestamptz),
  auth_tell_locked_out(uuid, timestamptz)`,
);
