import { APP_ROLE, policies } from '../../platform/sql/index.js';

export const NOTIFICATION_POLICIES = policies(
  'notification',
  `GRANT SELECT, INSERT, UPDATE ON notification TO ${APP_ROLE};
CREATE POLICY notification_own ON notification FOR SELECT TO ${APP_ROLE} USING (staff_id = app_staff());
CREATE POLICY notification_read ON notification FOR UPDATE TO ${APP_ROLE} USING (staff_id = app_staff());
CREATE POLICY notification_send ON notification FOR INSERT TO ${APP_ROLE} WITH CHECK (app_system() = 'worker' AND site_id = ANY (app_sites()));
CREATE POLICY notification_sent ON notification FOR SELECT TO ${APP_ROLE} USING (app_system() = 'worker' AND site_id = ANY (app_sites()));`,
);
