import { APP_ROLE, isColleague, policies } from '../../platform/sql/index.js';

export const CREDENTIAL_POLICIES = [
  // The hash is given once, with a new sign-in, and never read: another one is for reset_password and change_own_password, reading for auth_begin_attempt.
  policies(
    'credential',
    `GRANT INSERT, SELECT (staff_id, must_change, changed_at, temporary_until) ON credential TO ${APP_ROLE};
CREATE POLICY credential_manage ON credential FOR INSERT TO ${APP_ROLE} WITH CHECK (${isColleague('credential.staff_id')});
CREATE POLICY credential_standing ON credential FOR SELECT TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()) OR ${isColleague('credential.staff_id')});`,
  ),
  // Written by the functions that count; an administrator sees that a colleague has to wait, and lets them try again.
  policies(
    'sign_in_attempt',
    `GRANT SELECT (staff_id, retry_at), UPDATE (failures, retry_at) ON sign_in_attempt TO ${APP_ROLE};
CREATE POLICY sign_in_attempt_standing ON sign_in_attempt FOR SELECT TO ${APP_ROLE} USING (${isColleague('sign_in_attempt.staff_id')});
CREATE POLICY sign_in_attempt_forgive ON sign_in_attempt FOR UPDATE TO ${APP_ROLE} USING (${isColleague('sign_in_attempt.staff_id')});`,
  ),
  policies(
    'known_device',
    `GRANT SELECT (staff_id, ended_at), UPDATE (ended_at) ON known_device TO ${APP_ROLE};
CREATE POLICY known_device_of_colleague ON known_device FOR SELECT TO ${APP_ROLE} USING (${isColleague('known_device.staff_id')});
CREATE POLICY known_device_forget ON known_device FOR UPDATE TO ${APP_ROLE} USING (${isColleague('known_device.staff_id')});`,
  ),
  policies(
    'session',
    `GRANT SELECT (id, staff_id, site_id, kind, label, machine_account_id, created_at, last_seen_at, expires_at, revoked_at),
  UPDATE (revoked_at) ON session TO ${APP_ROLE};
CREATE POLICY session_own ON session FOR SELECT TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()) OR ${isColleague('session.staff_id')});
CREATE POLICY session_revoke ON session FOR UPDATE TO ${APP_ROLE} USING (staff_id = (SELECT app_staff()) OR ${isColleague('session.staff_id')});`,
  ),
];
