import type { ActivityKind } from './registry.js';

/** What an auditor is shown before anything else (安全に関わる操作): ways in that are new, were shut, or were opened by somebody else. */
export const SECURITY_KINDS: readonly ActivityKind[] = [
  'session.new_place',
  'session.locked_out',
  'staff.unlocked',
  'password.reset',
  'password.reset_asked',
  'password.reset_withdrawn',
  'token.issued',
  'machine_account.added',
  'machine_account.owner_asked',
  'machine_account.accepted',
  'machine_account.token_issued',
  'machine_account.ended',
];
