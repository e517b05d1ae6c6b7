import { purgeRoutine, routines } from '../../platform/sql/index.js';

/** Sessions that ended, by themselves or by somebody (that they were opened and closed stands in the audit record), and what is counted no longer. */
export const SIGN_IN_PURGES = routines(
  'sessions that ended',
  [
    purgeRoutine('purge_sessions', 'session', 'least(t.expires_at, t.revoked_at) < p_before'),
    purgeRoutine('purge_sign_in_attempts', 'sign_in_attempt', 'greatest(t.last_at, t.retry_at) < p_before'),
    purgeRoutine('purge_known_devices', 'known_device', 'least(t.last_used_at, t.ended_at) < p_before'),
  ].join('\n'),
  ['purge_sessions', 'purge_sign_in_attempts', 'purge_known_devices']
    .map((name) => `DROP FUNCTION IF EXISTS ${name}(timestamptz)`)
    .join('; '),
);
