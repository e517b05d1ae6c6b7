import { APP_ROLE, policies } from '../../platform/sql/index.js';

/** Written by the worker, read by administrators. */
export const BACKUP_RUN_POLICIES = policies(
  'backup_run',
  `GRANT SELECT, INSERT, UPDATE ON backup_run TO ${APP_ROLE};
CREATE POLICY backup_run_written ON backup_run FOR ALL TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker') WITH CHECK ((SELECT app_system()) = 'worker');
CREATE POLICY backup_run_read ON backup_run FOR SELECT TO ${APP_ROLE} USING ((SELECT app_role()) = 'site_administrator');`,
);
