import type { IsoDate, Reason } from '#kernel';
import type { Side } from '#access';
import { closeReasonsFor } from './closing.js';
import { CONDITIONS, notFromHere, ONLY_SIDE, type Circumstances } from './conditions.js';
import type { CaseFacts } from './facts.js';
import { type CaseStatus, type CloseReason, type ProgrammeSteps } from './status.js';
import { resumesAt, reviewDateReasons } from './suspension.js';
import {
  transitionsOf,
  type ActionInput,
  type CaseAction,
  type CaseColumns,
  type CaseTransition,
} from './transitions.js';

interface ActionFromHere {
  readonly action: CaseAction;
  readonly to: CaseStatus;
  readonly decidedBy: CaseColumns['decidedBy'];
}

/** An action that leads on from the present state: open to the actor, or blocked with every reason. */
export type PossibleAction =
  | (ActionFromHere & { readonly allowed: true; readonly asks: readonly ActionInput[] })
  | (ActionFromHere & { readonly allowed: false; readonly reasons: readonly Reason[] });

/** What the actor said with the action. */
export interface ActionInputs {
  /** Day of the action. */
  readonly today: IsoDate;
  /** 中断: the day on which the case is looked at again; after `today`. */
  readonly reviewOn?: IsoDate | null;
  /** 終了理由. */
  readonly closeReason?: CloseReason | null;
  /** Why a request is returned. */
  readonly returnReason?: string | null;
}

/** The answer to one attempted action. */
export type ActionDecision =
  | { readonly allowed: true; readonly to: CaseStatus }
  | { readonly allowed: false; readonly reasons: readonly Reason[] };

/**
 * Every action that leads on from where the case stands, each allowed or with the reasons that block it. A closed case
 * has none: it goes on only as a new period ({@link newPeriodReasons}).
 */
export function possibleActions(facts: CaseFacts, side: Side, programme: ProgrammeSteps): PossibleAction[] {
  return transitionsOf(programme)
    .from(facts.status)
    .map((transition) => {
      const { action, asks, decidedBy } = transition;
      const here = { action, to: destination(transition, facts), decidedBy };
      const reasons = blockers(transition, facts, { side, programme });
      return reasons.length === 0 ? { ...here, allowed: true, asks } : { ...here, allowed: false, reasons };
    });
}

/** Decides one action with what the actor said; {@link possibleActions} plus the inputs the action asks for. */
export function decideAction(
  facts: CaseFacts,
  side: Side,
  programme: ProgrammeSteps,
  action: CaseAction,
  inputs: ActionInputs,
): ActionDecision {
  const transition = transitionsOf(programme).find(facts.status, action);
  if (!transition) return { allowed: false, reasons: [notFromHere(facts.status)] };
  const reasons = [
    ...blockers(transition, facts, { side, programme }),
    ...transition.asks.flatMap((input) => inputReasons(input, inputs, facts)),
  ];
  return reasons.length === 0 ? { allowed: true, to: destination(transition, facts) } : { allowed: false, reasons };
}

/** What stands against a new period (新たな支援期間): the last one must be over. Empty when it may open. */
export function newPeriodReasons(periods: readonly { readonly status: CaseStatus }[]): Reason[] {
  return periods.every(({ status }) => status === 'closed') ? [] : [{ code: 'another_period_open' }];
}

/** Where a move leads. Resuming and taking back a 離職 lead back to where the period stood. */
export function destination({ action, to }: CaseTransition, facts: CaseFacts): CaseStatus {
  if (action === 'resume') return resumesAt(facts);
  return action === 'withdraw_leaving' ? (facts.lastLeaving?.from ?? to) : to;
}

function blockers(transition: CaseTransition, facts: CaseFacts, circumstances: Circumstances): Reason[] {
  const { side } = transition;
  return [
    ...(side === 'either' || side === circumstances.side ? [] : [ONLY_SIDE[side]]),
    ...transition.requires.flatMap((condition) => CONDITIONS[condition](facts, circumstances)),
  ];
}

function inputReasons(input: ActionInput, inputs: ActionInputs, facts: CaseFacts): Reason[] {
  switch (input) {
    case 'review_date':
      return reviewDateReasons(inputs.reviewOn, inputs.today);
    case 'close_reason':
      if (!inputs.closeReason) return [{ code: 'close_reason_missing' }];
      return closeReasonsFor(facts).includes(inputs.closeReason) ? [] : [closeReasonMismatch(inputs.closeReason)];
    case 'return_reason':
      return inputs.returnReason?.trim() ? [] : [{ code: 'return_reason_missing' }];
  }
}

function closeReasonMismatch(reason: CloseReason): Reason {
  return reason === 'employed_settled'
    ? { code: 'placement_missing' }
    : { code: 'close_reason_does_not_fit', params: { reason } };
}
