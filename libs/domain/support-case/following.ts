import { CONDITIONS, type Condition, type Circumstances } from './conditions.js';
import type { CaseFacts } from './facts.js';
import { destination } from './possible-actions.js';
import type { CaseStatus, ProgrammeSteps } from './status.js';
import { type CaseAction, type CaseTransition, transitionsOf } from './transitions.js';

/** A change of state that follows from what is on record. */
export interface FollowingMove {
  readonly action: CaseAction;
  readonly to: CaseStatus;
}

/**
 * 状態は記録に従う: the moves by which the state of a case comes to agree with its records, in order; empty when it does. Whatever was
 * recorded, by whom and in which order, the same records lead to the same state; a step on record is not passed over. Nothing follows while
 * the period rests or is over.
 */
export function movesFollowing(facts: CaseFacts, programme: ProgrammeSteps): FollowingMove[] {
  const moves: FollowingMove[] = [];
  for (let move = nextMove(facts, programme); move !== undefined;) {
    moves.push(move);
    move = nextMove({ ...facts, status: move.to }, programme);
  }
  return moves;
}

function nextMove(facts: CaseFacts, programme: ProgrammeSteps): FollowingMove | undefined {
  const row = transitionsOf(programme)
    .from(facts.status)
    .find((one) => isDue(one, facts, programme));
  return row && { action: row.action, to: destination(row, facts) };
}

/** Whose the step is was checked where the record was written; whoever writes the next one does not undo that. */
function isDue({ requires, follows, side }: CaseTransition, facts: CaseFacts, programme: ProgrammeSteps): boolean {
  if (follows === null) return false;
  const circumstances: Circumstances = { side: side === 'either' ? 'national' : side, programme };
  const met = (condition: Condition): boolean => CONDITIONS[condition](facts, circumstances).length === 0;
  return [...requires, ...follows].every(met);
}
