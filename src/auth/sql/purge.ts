import { purgeRoutine, routines } from '../../platform/sql/index.js';

/** Sessions that ended, by themselves or by somebody. That they were opened and closed stands in the audit record. */
export const SESSION_PURGE = routines(
  'sessions that ended',
  purgeRoutine('purge_sessions', 'session', 'least(t.expires_at, t.revoked_at) < p_before'),
  'DROP FUNCTION IF EXISTS purge_sessions(timestamptz)',
);
