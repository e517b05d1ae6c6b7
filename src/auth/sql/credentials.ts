import { APP_ROLE, isColleague, policies } from '../../platform/sql/index.js';

export const CREDENTIAL_POLICIES = [
  // The hash is written, never read: reading it is left to auth_find_login.
  policies(
    'credential',
    `GRANT INSERT, SELECT (staff_id, must_change, failed_count, locked_until, changed_at),
  UPDATE (password_hash, must_change, failed_count, locked_until, changed_at) ON credential TO ${APP_ROLE};
CREATE POLICY credential_manage ON credential FOR INSERT TO ${APP_ROLE} WITH CHECK (${isColleague('credential.staff_id')});
CREATE POLICY credential_standing ON credential FOR SELECT TO ${APP_ROLE} USING (staff_id = app_staff() OR ${isColleague('credential.staff_id')});
CREATE POLICY credential_reset ON credential FOR UPDATE TO ${APP_ROLE} USING (${isColleague('credential.staff_id')});`,
  ),
  policies(
    'session',
    `GRANT SELECT (id, staff_id, site_id, kind, label, created_at, last_seen_at, expires_at, revoked_at), UPDATE (revoked_at) ON session TO ${APP_ROLE};
CREATE POLICY session_own ON session FOR SELECT TO ${APP_ROLE} USING (staff_id = app_staff() OR ${isColleague('session.staff_id')});
CREATE POLICY session_revoke ON session FOR UPDATE TO ${APP_ROLE} USING (staff_id = app_staff() OR ${isColleague('session.staff_id')});`,
  ),
];
