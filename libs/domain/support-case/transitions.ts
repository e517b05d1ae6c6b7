import { defineTransitions, type TransitionRow, type TransitionTable } from '#kernel';
import type { Side } from '#access';
import type { Condition } from './conditions.js';
import {
  CASE_STATUSES,
  OPTIONAL_STEPS,
  STEPS_TO_SUPPORT,
  isOpen,
  type CaseStatus,
  type OptionalStep,
  type ProgrammeSteps,
  type StepToSupport,
} from './status.js';
import { SUSPENDABLE } from './suspension.js';

/** Everything that moves a support period from one state to another. */
export const CASE_ACTIONS = [
  'pick_candidate', // 候補者に選ぶ
  'record_consent', // 同意を得る
  'request_support', // 支援を要請する
  'return_request', // 要請を返す
  'record_interview', // 個別面接を行った
  'record_conference', // ケース会議を行った
  'adopt_plan', // プランを策定した
  'start_support', // 支援を始める
  'suspend', // 中断する
  'resume', // 再開する
  'confirm_offer', // 採用を確認する
  'record_declined_offer', // 採用辞退を記録する
  'record_placement', // 就職を記録する
  'record_reversal', // 就職の取消を記録する
  'record_leaving', // 離職を記録する
  'withdraw_leaving', // 離職の記録を取り消す
  'start_follow_up', // 定着支援を始める
  'close', // 終了する
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** What the actor must say when taking the action; the page asks for it. */
export type ActionInput = 'review_date' | 'close_reason' | 'return_reason';

/** What the table says of an action besides where it leads. */
export interface CaseColumns {
  /** The side the action belongs to. */
  readonly side: Side | 'either';
  readonly requires: readonly Condition[];
  readonly asks: readonly ActionInput[];
  /** `records`: the state follows an offer or a placement on record, no button is pressed for it. */
  readonly decidedBy: 'staff' | 'records';
  /** What must be on record, beyond `requires`, for the state to follow by itself; null where only somebody takes the step. */
  readonly follows: readonly Condition[] | null;
}
export type CaseTransition = TransitionRow<CaseStatus, CaseAction> & CaseColumns;
export type CaseTransitions = TransitionTable<CaseStatus, CaseAction, CaseColumns>;

const row = (
  action: CaseAction,
  from: readonly CaseStatus[],
  to: CaseStatus,
  side: CaseColumns['side'],
  more: Partial<Omit<CaseColumns, 'side'>> = {},
): CaseTransition => ({ action, from, to, side, requires: [], asks: [], decidedBy: 'staff', follows: null, ...more });

/** A move nobody takes: the records alone decide it. */
const rowOfRecords = (
  action: CaseAction,
  from: readonly CaseStatus[],
  to: CaseStatus,
  side: CaseColumns['side'],
  requires: readonly Condition[],
): CaseTransition => row(action, from, to, side, { requires, decidedBy: 'records', follows: [] });

const OPEN = CASE_STATUSES.filter(isOpen);

const tables = new Map<string, CaseTransitions>();

/** The checked table of a programme. Steps it may leave out can be passed over; nothing else differs. */
export function transitionsOf(programme: ProgrammeSteps): CaseTransitions {
  const key = OPTIONAL_STEPS.filter((step) => programme.optionalSteps.includes(step)).join();
  const table =
    tables.get(key) ?? defineTransitions({ initial: 'intake', states: CASE_STATUSES, rows: rowsOf(programme) });
  tables.set(key, table);
  return table;
}

function rowsOf(programme: ProgrammeSteps): readonly CaseTransition[] {
  const before = (step: StepToSupport): CaseStatus[] => statesBefore(step, programme.optionalSteps);
  return [
    row('pick_candidate', before('candidate'), 'candidate', 'municipal'),
    row('record_consent', before('consented'), 'consented', 'municipal', { requires: ['consentsInForce'] }),
    row('request_support', before('requested'), 'requested', 'municipal', { requires: ['consentsInForce'] }),
    row('return_request', ['requested'], 'consented', 'national', {
      requires: ['requestUnanswered'],
      asks: ['return_reason'],
    }),
    row('record_interview', before('interviewed'), 'interviewed', 'either', {
      requires: ['consentsRespected', 'requestAccepted', 'interviewHeld'],
      follows: [],
    }),
    row('record_conference', before('conference'), 'conference', 'either', {
      requires: ['consentsRespected', 'requestAccepted', 'conferenceHeld'],
      follows: [],
    }),
    row('adopt_plan', before('planned'), 'planned', 'either', {
      requires: ['consentsRespected', 'requestAccepted', 'registeredAsJobSeeker', 'planAgreed'],
      follows: [],
    }),
    // Support starts when the plan is agreed; without one, somebody says so.
    row('start_support', before('active'), 'active', 'either', {
      requires: ['consentsRespected', 'requestAccepted'],
      follows: ['planAgreed'],
    }),
    row('suspend', SUSPENDABLE, 'suspended', 'either', { asks: ['review_date'] }),
    row('resume', ['suspended'], 'active', 'either', { requires: ['consentsRespectedWhereResumed'] }),
    rowOfRecords('confirm_offer', ['active'], 'offered', 'national', ['offerReceived', 'notAtWork']),
    rowOfRecords('record_declined_offer', ['offered'], 'active', 'either', ['offerDeclined', 'notAtWork']),
    rowOfRecords('record_placement', ['active', 'offered'], 'placed', 'either', [
      'placementRecorded',
      'jobIsNew',
      'referralPlacementConfirmed',
    ]),
    rowOfRecords('record_reversal', ['placed', 'follow_up'], 'active', 'either', ['placementReversed']),
    // Whoever loses the job within the period is helped on in it.
    rowOfRecords('record_leaving', ['placed', 'follow_up'], 'active', 'either', ['placementLeft']),
    row('start_follow_up', ['placed'], 'follow_up', 'either', { requires: ['consentsRespected', 'placementRecorded'] }),
    rowOfRecords('withdraw_leaving', ['active', 'offered'], 'placed', 'either', [
      'placementRecorded',
      'leavingTakenBack',
    ]),
    row('close', OPEN, 'closed', 'either', { requires: ['noReferralOpen', 'noOfferOpen'], asks: ['close_reason'] }),
  ];
}

/** The step just before, and those before that as long as the ones between may be left out. */
function statesBefore(step: StepToSupport, optional: readonly OptionalStep[]): CaseStatus[] {
  const passable = new Set<CaseStatus>(optional);
  const states: CaseStatus[] = [];
  for (let at = STEPS_TO_SUPPORT.indexOf(step) - 1; at >= 0; at -= 1) {
    const state = STEPS_TO_SUPPORT[at] as StepToSupport;
    states.push(state);
    if (!passable.has(state)) break;
  }
  return states;
}
