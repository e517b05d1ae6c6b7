import { ja } from '#messages';
import { DEMO_LOGINS, DEMO_PASSWORD } from './site.js';

/** The demo logins as lines of text, one per role and side. */
export function loginTable(): string {
  const longest = Math.max(...DEMO_LOGINS.map(({ login }) => login.length));
  const lines = DEMO_LOGINS.map(
    ({ login, role, side, name }) =>
      `  ${login.padEnd(longest)}  ${ja.codes.side[side]}・${ja.codes.role[role]}  ${name}`,
  );
  return [`Demo logins, all with the password ${DEMO_PASSWORD}:`, ...lines].join('\n');
}
