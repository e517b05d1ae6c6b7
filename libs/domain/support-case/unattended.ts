import type { IsoDate } from '#kernel';
import { type Assignment, isAssignedOn } from '#domain/organisation';
import { LEAD_ROLE } from './support-team.js';

/** An assignment as far as it matters who answers for a case. */
export interface Holding extends Assignment {
  /** What ended it; null while it runs, or when it was ended by hand or by a hand-over. */
  readonly endedWith: 'closing' | 'departure' | 'withdrawal' | null;
}

export interface RunningCase {
  /** The organisation that opened it. */
  readonly organisationId: number;
  readonly team: readonly Holding[];
}

/**
 * 担当者不在: nobody of an organisation that supports in a running case is 主担当 and works here. The organisation that opened the
 * case always supports; another does while somebody of it is on the team, or if one of it left (離任) without a successor.
 * @param worksHere whether somebody works at the site on that day
 * @public the view unattended_case is held to it (test/api/support-teams)
 */
export function isUnattended(
  { organisationId: owner, team }: RunningCase,
  organisationId: number,
  on: IsoDate,
  worksHere: (staffId: string) => boolean,
): boolean {
  const own = team.filter((holding) => holding.organisationId === organisationId);
  const supports =
    owner === organisationId || own.some((holding) => isAssignedOn(holding, on) || holding.endedWith === 'departure');
  const isLed = own.some(
    (holding) => holding.role === LEAD_ROLE && isAssignedOn(holding, on) && worksHere(holding.staffId),
  );
  return supports && !isLed;
}
