import {
  CLOSE_REASONS,
  NOTHING_ON_RECORD,
  decideAction,
  movesFollowing,
  type CaseAction,
  type CaseFacts,
} from '#domain/support-case';
import type { PlanSide } from '#indicators';
import type { UseCaseInput } from '../../src/demonstration/published-records/index.js';

type ProgrammeSteps = Parameters<typeof decideAction>[2];

interface Replayed {
  facts: CaseFacts;
  readonly person: string;
  readonly road: ProgrammeSteps;
}

/** Plays inputs through the rules of a support case and collects what the rules refuse. */
export class CaseReplay {
  readonly refused: string[] = [];
  private readonly cases = new Map<string, Replayed>();
  /** Of requests, referrals, offers and placements. */
  private readonly caseOf = new Map<string, string>();

  constructor(
    private readonly sideOf: ReadonlyMap<string, PlanSide>,
    private readonly programmes: ReadonlyMap<string, ProgrammeSteps>,
  ) {}

  play(input: UseCaseInput): void {
    switch (input.do) {
      case 'open_case': {
        const road = this.programmes.get(input.programme) ?? { optionalSteps: [] };
        this.cases.set(input.case, { facts: NOTHING_ON_RECORD, person: input.person, road });
        break;
      }
      case 'register_job_seeker':
        for (const replayed of this.cases.values()) {
          if (replayed.person === input.person) replayed.facts = { ...replayed.facts, jobSeekerNumber: input.number };
        }
        break;
      case 'pick_candidate':
        return this.step(input, input.case, {}, 'pick_candidate');
      case 'record_consent':
        return this.step(input, input.case, BOTH_CONSENTS, 'record_consent');
      case 'request_support':
        return this.step(input, input.case, { request: 'requested' }, 'request_support');
      case 'accept_request':
        return this.recorded(input, this.of(input.request), { request: 'accepted' });
      case 'return_request':
        this.step(input, this.of(input.request), {}, 'return_request');
        return this.recorded(input, this.of(input.request), { request: 'returned' });
      case 'hold_interview':
        return this.recorded(input, input.case, { interviewHeld: true }, 'record_interview');
      case 'hold_conference':
        return this.recorded(input, input.case, { conferenceHeld: true }, 'record_conference');
      case 'agree_plan':
        return this.recorded(input, input.case, { agreedPlanVersion: 1 }, 'start_support');
      case 'start_support':
        return this.step(input, input.case, {}, 'start_support');
      case 'ask_employer':
        return this.recorded(input, input.case, { openReferrals: this.openReferrals(input.case) + 1 });
      case 'record_referral_outcome': {
        const key = this.of(input.referral);
        return this.recorded(input, key, { openReferrals: this.openReferrals(key) - 1 });
      }
      case 'receive_offer':
        return this.recorded(
          input,
          input.case,
          { offer: 'open', openReferrals: this.openReferrals(input.case) - 1 },
          'confirm_offer',
        );
      case 'accept_offer':
        return this.recorded(input, this.of(input.offer), { offer: 'accepted' });
      case 'decline_offer':
        return this.recorded(input, this.of(input.offer), { offer: 'declined' }, 'record_declined_offer');
      case 'record_placement': {
        const placement = {
          id: input.placement,
          byReferral: input.route === 'hello_work_referral',
          state: 'in_force' as const,
        };
        return this.recorded(input, input.case, { placement, offer: null }, 'record_placement');
      }
      case 'reverse_placement':
        return this.recorded(
          input,
          this.of(input.placement),
          { placement: { id: input.placement, byReferral: true, state: 'reversed' } },
          'record_reversal',
        );
      case 'start_follow_up':
        return this.step(input, input.case, {}, 'start_follow_up');
      case 'close_case':
        return this.step(input, input.case, {}, 'close');
      default: // Registration, groups, teams, consultations and employers do not move a case.
        break;
    }
  }

  /** Puts the change on record, then takes the action. */
  private step(input: UseCaseInput, key: string, change: Partial<CaseFacts>, action: CaseAction): void {
    const replayed = this.change(input, key, change);
    const side = this.sideOf.get(input.by);
    if (!replayed || !side) return;
    const closeReason = CLOSE_REASONS.find((reason) => input.do === 'close_case' && reason === input.reason) ?? null;
    const returnReason = input.do === 'return_request' ? input.reason : null;
    const decision = decideAction(replayed.facts, side, replayed.road, action, {
      today: input.on,
      closeReason,
      returnReason,
    });
    if (decision.allowed) replayed.facts = { ...replayed.facts, status: decision.to };
    else this.refused.push(`${input.on} ${action} ${key}: ${decision.reasons.map(({ code }) => code).join()}`);
  }

  /** Puts the change on record and lets the state follow, over the move `due` where the record has to lead there. */
  private recorded(input: UseCaseInput, key: string, change: Partial<CaseFacts>, due?: CaseAction): void {
    const replayed = this.change(input, key, change);
    if (!replayed) return;
    const { facts, road } = replayed;
    const moves = movesFollowing(facts, road);
    replayed.facts = { ...facts, status: moves.at(-1)?.to ?? facts.status };
    if (due !== undefined && !moves.some(({ action }) => action === due))
      this.refused.push(`${input.on} ${due} ${key}: did not follow in ${facts.status}`);
  }

  private change(input: UseCaseInput, key: string, change: Partial<CaseFacts>): Replayed | null {
    const replayed = this.cases.get(key);
    if (!replayed || !this.sideOf.has(input.by)) {
      this.refused.push(`${input.on} ${input.do}: no case ${key} or no staff ${input.by}`);
      return null;
    }
    const begun = begunBy(input);
    if (begun !== null) this.caseOf.set(begun, key);
    replayed.facts = { ...replayed.facts, ...change };
    return replayed;
  }

  private of(key: string): string {
    return this.caseOf.get(key) ?? `of ${key}`;
  }

  private openReferrals(key: string): number {
    return this.cases.get(key)?.facts.openReferrals ?? 0;
  }
}

/** The request, referral, offer or placement that an input begins. */
function begunBy(input: UseCaseInput): string | null {
  switch (input.do) {
    case 'request_support':
      return input.request;
    case 'ask_employer':
      return input.referral;
    case 'receive_offer':
      return input.offer;
    case 'record_placement':
      return input.placement;
    default:
      return null;
  }
}

const BOTH_CONSENTS: Partial<CaseFacts> = { consents: { participation: 'in_force', sharing: 'in_force' } };
