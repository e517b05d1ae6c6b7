import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import type { MachineAccount } from '../machine-accounts.repository.js';

const words = ja.screens.teamMembers.machineState;

export const scopesText = ({ scopes }: Pick<MachineAccount, 'scopes'>): string =>
  scopes.map((scope) => ja.access.machineScopes[scope]).join('、');

/** How it stands with an account, in a few words. */
export function machineState(
  { endedAt, endReason, endsOn, ownerId, askedName, tokenIssuedAt }: MachineAccount,
  today: IsoDate,
): { readonly text: string; readonly tone?: 'warning' | 'success' } {
  if (endReason === 'ended') return { text: words.ended };
  if (endedAt !== null || endsOn <= today) return { text: words.expired };
  if (askedName !== null) return { text: fill(words.asked, { name: askedName }), tone: 'warning' };
  if (ownerId === null) return { text: words.withoutOwner, tone: 'warning' };
  return tokenIssuedAt === null
    ? { text: words.withoutToken, tone: 'warning' }
    : { text: words.inUse, tone: 'success' };
}
