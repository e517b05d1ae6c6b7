import { view } from '../../platform/sql/index.js';

/** What the administrator of somebody's organisation may read of their sign-in. */
export const SIGN_IN_HEADS = [
  view(
    'credential_head',
    `SELECT c.staff_id, c.must_change, c.temporary_until, (SELECT max(a.retry_at) FROM sign_in_attempt a WHERE a.staff_id = c.staff_id) AS locked_until
    FROM credential c`,
  ),
  /** トークン: of people for themselves and of machines, those that ended too. */
  view(
    'token_head',
    `SELECT h.id, h.staff_id, h.site_id, h.kind, h.label, h.machine_account_id, h.created_at, h.last_seen_at, h.expires_at, h.revoked_at
    FROM session h WHERE h.kind IN ('personal', 'machine')`,
  ),
];
