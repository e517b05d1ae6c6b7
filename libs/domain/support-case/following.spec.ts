import {
  type CaseAction,
  type CaseFacts,
  type CaseStatus,
  CASE_STATUSES,
  type LeavingOnRecord,
  movesFollowing,
  NOTHING_ON_RECORD,
  OPTIONAL_STEPS,
  type PlacementState,
} from './index.js';
import type { ProgrammeSteps } from './status.js';

const EVERY_STEP: ProgrammeSteps = { optionalSteps: [] };
const WALK_IN: ProgrammeSteps = { optionalSteps: ['candidate', 'consented', 'requested', 'interviewed', 'conference'] };
const NO_STEP: ProgrammeSteps = { optionalSteps: OPTIONAL_STEPS };

const CONSENTS = { participation: 'in_force', sharing: 'in_force' } as const;
const NUMBER = '13010-00001';

/** Records of a case that came the whole road: everything that leads to support. */
const ALL_PREPARED: Partial<CaseFacts> = {
  consents: CONSENTS,
  request: 'accepted',
  interviewHeld: true,
  conferenceHeld: true,
  jobSeekerNumber: NUMBER,
  agreedPlanVersion: 1,
};

/** Records are written in the order of their ids. */
const job = (id: string, state: PlacementState = 'in_force', byReferral = true) => ({ id, state, byReferral });
const leaving = (id: string, from: LeavingOnRecord['from'] = 'placed') => ({ id, from });

type Row = [
  what: string,
  programme: ProgrammeSteps,
  from: CaseStatus,
  records: Partial<CaseFacts>,
  moves: [CaseAction, CaseStatus][],
];

const TABLE: Row[] = [
  ['nothing is on record', EVERY_STEP, 'intake', {}, []],
  ['nothing is on record and nothing is asked for', NO_STEP, 'intake', {}, []],

  // The way to support.
  [
    'the interview was held',
    EVERY_STEP,
    'requested',
    { consents: CONSENTS, request: 'accepted', interviewHeld: true },
    [['record_interview', 'interviewed']],
  ],
  [
    'the interview was held before the request was answered',
    EVERY_STEP,
    'requested',
    { consents: CONSENTS, request: 'requested', interviewHeld: true },
    [],
  ],
  [
    'the conference was recorded before the interview',
    EVERY_STEP,
    'requested',
    { consents: CONSENTS, request: 'accepted', interviewHeld: true, conferenceHeld: true },
    [
      ['record_interview', 'interviewed'],
      ['record_conference', 'conference'],
    ],
  ],
  [
    'the conference was held, the interview was not',
    EVERY_STEP,
    'requested',
    { consents: CONSENTS, request: 'accepted', conferenceHeld: true },
    [],
  ],
  [
    'the interview was held, but a consent was taken back',
    EVERY_STEP,
    'requested',
    { ...ALL_PREPARED, consents: { participation: 'in_force', sharing: 'withdrawn' } },
    [],
  ],
  [
    'the plan was agreed',
    EVERY_STEP,
    'conference',
    ALL_PREPARED,
    [
      ['adopt_plan', 'planned'],
      ['start_support', 'active'],
    ],
  ],
  [
    'the plan was agreed with somebody who is not registered yet',
    EVERY_STEP,
    'conference',
    { ...ALL_PREPARED, jobSeekerNumber: null },
    [],
  ],
  [
    'the plan was agreed where steps may be left out',
    WALK_IN,
    'intake',
    { consents: CONSENTS, jobSeekerNumber: NUMBER, agreedPlanVersion: 1 },
    [
      ['adopt_plan', 'planned'],
      ['start_support', 'active'],
    ],
  ],
  [
    'the plan was agreed where even the plan may be left out, before the registration',
    NO_STEP,
    'intake',
    { agreedPlanVersion: 1 },
    [['start_support', 'active']],
  ],
  [
    'steps that may be left out were taken',
    WALK_IN,
    'intake',
    ALL_PREPARED,
    [
      ['record_interview', 'interviewed'],
      ['record_conference', 'conference'],
      ['adopt_plan', 'planned'],
      ['start_support', 'active'],
    ],
  ],
  ['the interview was held after support began', EVERY_STEP, 'active', ALL_PREPARED, []],

  // Offers and placements.
  ['an offer was received', EVERY_STEP, 'active', { offer: 'open' }, [['confirm_offer', 'offered']]],
  ['the offer was declined', EVERY_STEP, 'offered', { offer: 'declined' }, [['record_declined_offer', 'active']]],
  ['the offer was declined before the case stood there', EVERY_STEP, 'active', { offer: 'declined' }, []],
  ['a placement came of the offer', EVERY_STEP, 'offered', { placement: job('1') }, [['record_placement', 'placed']]],
  [
    'a job found alone',
    EVERY_STEP,
    'active',
    { placement: job('1', 'in_force', false) },
    [['record_placement', 'placed']],
  ],
  [
    'a placement, and another offer open',
    EVERY_STEP,
    'active',
    { offer: 'open', placement: job('1') },
    [['record_placement', 'placed']],
  ],
  [
    'a placement, and another offer declined',
    EVERY_STEP,
    'offered',
    { offer: 'declined', placement: job('1') },
    [['record_placement', 'placed']],
  ],
  ['the person is at work', EVERY_STEP, 'follow_up', { placement: job('1') }, []],
  [
    'the placement was reversed',
    EVERY_STEP,
    'placed',
    { placement: job('1', 'reversed') },
    [['record_reversal', 'active']],
  ],
  ['the job was left', EVERY_STEP, 'follow_up', { placement: job('1', 'left') }, [['record_leaving', 'active']]],
  [
    'the job was left while another offer is open',
    EVERY_STEP,
    'placed',
    { offer: 'open', placement: job('1', 'left') },
    [
      ['record_leaving', 'active'],
      ['confirm_offer', 'offered'],
    ],
  ],
  ['a job that was left before', EVERY_STEP, 'active', { placement: job('1', 'left'), lastLeaving: leaving('2') }, []],
  [
    'the next job after one that was left',
    EVERY_STEP,
    'active',
    { placement: job('3'), lastLeaving: leaving('2', 'follow_up') },
    [['record_placement', 'placed']],
  ],
  [
    'a leaving was taken back',
    EVERY_STEP,
    'active',
    { placement: job('1'), lastLeaving: leaving('2') },
    [['withdraw_leaving', 'placed']],
  ],
  [
    'a leaving was taken back that ended the follow-up, with an offer open meanwhile',
    EVERY_STEP,
    'offered',
    { offer: 'open', placement: job('1'), lastLeaving: leaving('2', 'follow_up') },
    [['withdraw_leaving', 'follow_up']],
  ],
  [
    'a leaving that had moved nothing was taken back',
    EVERY_STEP,
    'active',
    { placement: job('1') },
    [['record_placement', 'placed']],
  ],

  // A period that rests or is over.
  ['suspended', EVERY_STEP, 'suspended', { ...ALL_PREPARED, placement: job('1', 'left') }, []],
  ['closed already', EVERY_STEP, 'closed', { ...ALL_PREPARED, placement: job('1', 'reversed') }, []],
];

describe('the state follows the records', () => {
  it.each(TABLE)('%s', (_what, programme, status, records, moves) => {
    expect(movesFollowing({ ...NOTHING_ON_RECORD, ...records, status }, programme)).toEqual(
      moves.map(([action, to]) => ({ action, to })),
    );
  });

  it('comes to rest, whatever is on record: followed once more, nothing moves', () => {
    for (const facts of everyRecord())
      for (const programme of [EVERY_STEP, WALK_IN, NO_STEP]) {
        const status = movesFollowing(facts, programme).at(-1)?.to;
        if (status !== undefined) expect(movesFollowing({ ...facts, status }, programme)).toEqual([]);
      }
  });
});

function* everyRecord(): Generator<CaseFacts> {
  const offers = [null, 'open', 'accepted', 'declined'] as const;
  const placements = [null, job('1'), job('3'), job('1', 'left'), job('3', 'reversed')];
  for (const status of CASE_STATUSES)
    for (const offer of offers)
      for (const placement of placements)
        for (const lastLeaving of [null, leaving('2'), leaving('2', 'follow_up')])
          for (const prepared of [{}, ALL_PREPARED])
            yield { ...NOTHING_ON_RECORD, ...prepared, status, offer, placement, lastLeaving };
}
