import type { Side } from '#access';
import {
  CASE_STATUSES,
  NOTHING_ON_RECORD,
  OPTIONAL_STEPS,
  decideAction,
  newPeriodReasons,
  possibleActions,
  transitionsOf,
  type CaseAction,
  type CaseFacts,
  type CaseStatus,
} from './index.js';
import type { ProgrammeSteps } from './status.js';
import { CASE_ACTIONS } from './transitions.js';
import type { ActionInputs } from './possible-actions.js';

const EVERY_STEP: ProgrammeSteps = { optionalSteps: [] };
const NO_OPTIONAL_STEPS: ProgrammeSteps = { optionalSteps: OPTIONAL_STEPS };
const SIDES: readonly Side[] = ['municipal', 'national'];

const INPUTS: ActionInputs = {
  today: '2012-10-01',
  reviewOn: '2012-11-01',
  closeReason: 'moved',
  returnReason: '住所の確認が必要',
};

/** A case of which everything is on record that leads to support; each test takes away what it is about. */
function aCase(status: CaseStatus, more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    ...NOTHING_ON_RECORD,
    status,
    consents: { participation: 'in_force', sharing: 'in_force' },
    request: 'accepted',
    interviewHeld: true,
    conferenceHeld: true,
    jobSeekerNumber: '13010-00001',
    agreedPlanVersion: 1,
    ...more,
  };
}

/** The records an action waits for, beyond those of {@link aCase}. */
const RECORDS_FOR: Partial<Record<CaseAction, Partial<CaseFacts>>> = {
  return_request: { request: 'requested' },
  confirm_offer: { offer: 'open' },
  record_declined_offer: { offer: 'declined' },
  record_placement: { placement: { id: '1', byReferral: false, state: 'in_force' } },
  record_reversal: { placement: { id: '1', byReferral: true, state: 'reversed' } },
  record_leaving: { placement: { id: '1', byReferral: true, state: 'left' } },
  withdraw_leaving: {
    placement: { id: '1', byReferral: true, state: 'in_force' },
    lastLeaving: { id: '2', from: 'placed' },
  },
  start_follow_up: { placement: { id: '1', byReferral: true, state: 'in_force' } },
};

type Cell = { to: CaseStatus; by: readonly Side[] };
const both = (to: CaseStatus): Cell => ({ to, by: SIDES });
const city = (to: CaseStatus): Cell => ({ to, by: ['municipal'] });
const helloWork = (to: CaseStatus): Cell => ({ to, by: ['national'] });
const ANY_TIME = { suspend: both('suspended'), close: both('closed') };

const TABLE: Record<CaseStatus, Partial<Record<CaseAction, Cell>>> = {
  intake: { pick_candidate: city('candidate'), ...ANY_TIME },
  candidate: { record_consent: city('consented'), ...ANY_TIME },
  consented: { request_support: city('requested'), ...ANY_TIME },
  requested: { record_interview: both('interviewed'), return_request: helloWork('consented'), ...ANY_TIME },
  interviewed: { record_conference: both('conference'), ...ANY_TIME },
  conference: { adopt_plan: both('planned'), ...ANY_TIME },
  planned: { start_support: both('active'), ...ANY_TIME },
  active: {
    confirm_offer: helloWork('offered'),
    record_placement: both('placed'),
    withdraw_leaving: both('placed'),
    ...ANY_TIME,
  },
  suspended: { resume: both('active'), close: both('closed') },
  offered: {
    record_declined_offer: both('active'),
    record_placement: both('placed'),
    withdraw_leaving: both('placed'),
    ...ANY_TIME,
  },
  placed: {
    start_follow_up: both('follow_up'),
    record_reversal: both('active'),
    record_leaving: both('active'),
    ...ANY_TIME,
  },
  follow_up: { record_reversal: both('active'), record_leaving: both('active'), ...ANY_TIME },
  closed: {},
};

const cells = CASE_STATUSES.flatMap((status) =>
  CASE_ACTIONS.flatMap((action) => SIDES.map((side) => ({ status, action, side, cell: TABLE[status][action] }))),
);

describe('the transition table of the whole road', () => {
  it.each(cells)('$status, $action by the $side side', ({ status, action, side, cell }) => {
    const decision = decideAction(aCase(status, RECORDS_FOR[action]), side, EVERY_STEP, action, INPUTS);

    if (cell?.by.includes(side)) {
      expect(decision).toEqual({ allowed: true, to: cell.to });
    } else if (cell) {
      expect(decision).toEqual({ allowed: false, reasons: [{ code: `only_${cell.by[0]}_side` }] });
    } else {
      const code =
        { closed: 'case_is_closed', suspended: 'case_is_suspended' }[status as string] ?? 'not_possible_in_this_status';
      expect(decision).toMatchObject({ allowed: false, reasons: [{ code }] });
    }
  });

  it('offers on the page exactly the actions of the state', () => {
    for (const status of CASE_STATUSES) {
      const offered = possibleActions(aCase(status), 'municipal', EVERY_STEP).map(({ action }) => action);
      expect(offered.sort()).toEqual(Object.keys(TABLE[status]).sort());
    }
  });

  it('ends only in closed, and every open state can get there', () => {
    const table = transitionsOf(EVERY_STEP);
    for (const status of CASE_STATUSES) {
      expect(table.isFinal(status)).toBe(status === 'closed');
      expect(table.find(status, 'close') !== undefined).toBe(status !== 'closed');
    }
  });
});

describe('why a step is blocked', () => {
  const missing = (
    facts: CaseFacts,
    action: CaseAction,
    side: Side = 'national',
    programme = EVERY_STEP,
    inputs = INPUTS,
  ) => {
    const decision = decideAction(facts, side, programme, action, inputs);
    return decision.allowed ? [] : decision.reasons;
  };

  it.each<[string, CaseFacts, CaseAction, Side, object[]]>([
    [
      'no consent at all',
      aCase('candidate', { consents: NOTHING_ON_RECORD.consents }),
      'record_consent',
      'municipal',
      [{ code: 'consent_to_take_part_missing' }, { code: 'sharing_consent_missing' }],
    ],
    [
      'a minor without the guardian',
      aCase('candidate', { consents: { participation: 'guardian_missing', sharing: 'in_force' } }),
      'record_consent',
      'municipal',
      [{ code: 'guardian_consent_missing', params: { kind: 'participation' } }],
    ],
    [
      'sharing ran out',
      aCase('consented', { consents: { participation: 'in_force', sharing: 'expired' } }),
      'request_support',
      'municipal',
      [{ code: 'consent_expired', params: { kind: 'sharing' } }],
    ],
    [
      'the request is unanswered',
      aCase('requested', { request: 'requested' }),
      'record_interview',
      'national',
      [{ code: 'request_not_accepted' }],
    ],
    [
      'the request was accepted',
      aCase('requested'),
      'return_request',
      'national',
      [{ code: 'request_already_accepted' }],
    ],
    [
      'no interview yet',
      aCase('requested', { interviewHeld: false }),
      'record_interview',
      'national',
      [{ code: 'interview_not_held' }],
    ],
    [
      'no conference yet',
      aCase('interviewed', { conferenceHeld: false }),
      'record_conference',
      'national',
      [{ code: 'conference_not_held' }],
    ],
    [
      'neither number nor plan',
      aCase('conference', { jobSeekerNumber: null, agreedPlanVersion: null }),
      'adopt_plan',
      'national',
      [{ code: 'not_registered_as_job_seeker' }, { code: 'plan_not_agreed' }],
    ],
    ['no offer', aCase('active'), 'confirm_offer', 'national', [{ code: 'offer_missing' }]],
    [
      'the offer stands',
      aCase('offered', { offer: 'accepted' }),
      'record_declined_offer',
      'national',
      [{ code: 'offer_not_declined' }],
    ],
    ['no placement', aCase('offered'), 'record_placement', 'national', [{ code: 'placement_missing' }]],
    [
      'a referral placement by the city',
      aCase('offered', { placement: { id: '1', byReferral: true, state: 'in_force' } }),
      'record_placement',
      'municipal',
      [{ code: 'only_national_side' }],
    ],
    [
      'the placement stands',
      aCase('placed', { placement: { id: '1', byReferral: true, state: 'in_force' } }),
      'record_reversal',
      'national',
      [{ code: 'placement_not_reversed' }],
    ],
    [
      'the person still has the job',
      aCase('follow_up', { placement: { id: '1', byReferral: true, state: 'in_force' } }),
      'record_leaving',
      'municipal',
      [{ code: 'placement_not_left' }],
    ],
    [
      'no job was left',
      aCase('active', { placement: { id: '1', byReferral: false, state: 'in_force' } }),
      'withdraw_leaving',
      'municipal',
      [{ code: 'placement_not_left' }],
    ],
    [
      'referrals and an offer are open',
      aCase('active', { openReferrals: 2, offer: 'open' }),
      'close',
      'national',
      [{ code: 'referrals_still_open', params: { count: 2 } }, { code: 'offer_still_open' }],
    ],
    [
      'the other side and no records: every reason at once',
      aCase('consented', { consents: { participation: 'in_force', sharing: 'missing' } }),
      'request_support',
      'national',
      [{ code: 'only_municipal_side' }, { code: 'sharing_consent_missing' }],
    ],
  ])('%s', (_why, facts, action, side, reasons) => {
    expect(missing(facts, action, side)).toEqual(reasons);
  });

  it.each<[string, CaseAction, CaseStatus, Partial<ActionInputs>, string]>([
    ['suspending without a review date', 'suspend', 'active', { reviewOn: null }, 'review_date_missing'],
    ['a review date that is not ahead', 'suspend', 'active', { reviewOn: '2012-10-01' }, 'review_date_not_ahead'],
    ['closing without a reason', 'close', 'active', { closeReason: null }, 'close_reason_missing'],
    ['settled in a job without one', 'close', 'active', { closeReason: 'employed_settled' }, 'placement_missing'],
    [
      'information only after support began',
      'close',
      'active',
      { closeReason: 'information_only' },
      'close_reason_does_not_fit',
    ],
  ])('%s', (_why, action, status, inputs, code) => {
    expect(missing(aCase(status), action, 'national', EVERY_STEP, { ...INPUTS, ...inputs })).toMatchObject([{ code }]);
  });

  it('settled in a job that was left', () => {
    const facts = aCase('active', { placement: { id: '1', byReferral: false, state: 'left' } });
    expect(
      missing(facts, 'close', 'municipal', EVERY_STEP, { ...INPUTS, closeReason: 'employed_settled' }),
    ).toMatchObject([{ code: 'placement_missing' }]);
  });

  it('returning a request asks why', () => {
    const facts = aCase('requested', { request: 'requested' });
    expect(missing(facts, 'return_request', 'national', EVERY_STEP, { ...INPUTS, returnReason: '  ' })).toEqual([
      { code: 'return_reason_missing' },
    ]);
  });

  it('information only ends an intake', () => {
    expect(
      missing(aCase('intake'), 'close', 'municipal', EVERY_STEP, { ...INPUTS, closeReason: 'information_only' }),
    ).toEqual([]);
  });
});

describe('withdrawn consent', () => {
  const withdrawn = { participation: 'in_force', sharing: 'withdrawn' } as const;
  const onward: [CaseStatus, CaseAction, Side][] = [
    ['consented', 'request_support', 'municipal'],
    ['requested', 'record_interview', 'national'],
    ['interviewed', 'record_conference', 'national'],
    ['conference', 'adopt_plan', 'national'],
    ['planned', 'start_support', 'national'],
    ['suspended', 'resume', 'national'],
    ['placed', 'start_follow_up', 'national'],
  ];

  it.each(
    onward.flatMap(
      (step) =>
        [
          [...step, EVERY_STEP],
          [...step, NO_OPTIONAL_STEPS],
        ] as const,
    ),
  )('blocks %s → %s', (status, action, side, programme) => {
    const facts = aCase(status, { consents: withdrawn, ...RECORDS_FOR[action] });
    expect(decideAction(facts, side, programme, action, INPUTS)).toEqual({
      allowed: false,
      reasons: [{ code: 'consent_withdrawn', params: { kind: 'sharing' } }],
    });
  });

  it('does not keep what happened from being recorded, nor the case from being closed', () => {
    const facts = aCase('active', {
      consents: withdrawn,
      placement: { id: '1', byReferral: false, state: 'in_force' },
    });
    expect(decideAction(facts, 'municipal', EVERY_STEP, 'record_placement', INPUTS).allowed).toBe(true);
    expect(decideAction(facts, 'municipal', EVERY_STEP, 'close', INPUTS).allowed).toBe(true);
  });
});

describe('steps a programme may leave out', () => {
  const destinations = (status: CaseStatus, programme: ProgrammeSteps) =>
    transitionsOf(programme)
      .from(status)
      .map(({ to }) => to)
      .filter((to) => to !== 'suspended' && to !== 'closed');

  it('lets a person go from intake to the plan', () => {
    const optionalSteps = ['candidate', 'consented', 'requested', 'interviewed', 'conference'] as const;
    expect(destinations('intake', { optionalSteps })).toEqual([
      'candidate',
      'consented',
      'requested',
      'interviewed',
      'conference',
      'planned',
    ]);
  });

  it('lets a person who came straight to the desk be supported at once, without consent or plan on record', () => {
    expect(decideAction(NOTHING_ON_RECORD, 'national', NO_OPTIONAL_STEPS, 'start_support', INPUTS)).toEqual({
      allowed: true,
      to: 'active',
    });
  });

  it('passes over only what may be left out', () => {
    expect(destinations('intake', { optionalSteps: ['consented', 'planned'] })).toEqual(['candidate']);
    expect(destinations('candidate', { optionalSteps: ['consented'] })).toEqual(['consented', 'requested']);
  });

  it('still waits for the answer to a request that was made', () => {
    const facts = aCase('requested', { request: 'requested' });
    expect(decideAction(facts, 'national', NO_OPTIONAL_STEPS, 'start_support', INPUTS)).toMatchObject({
      reasons: [{ code: 'request_not_accepted' }],
    });
  });

  it('never lets personal data be sent to the other side without consent', () => {
    expect(decideAction(NOTHING_ON_RECORD, 'municipal', NO_OPTIONAL_STEPS, 'request_support', INPUTS).allowed).toBe(
      false,
    );
  });
});

describe('resuming', () => {
  it.each<[CaseFacts['suspendedFrom'], CaseStatus]>([
    [null, 'active'],
    ['candidate', 'candidate'],
    ['requested', 'requested'],
    ['planned', 'planned'],
    ['active', 'active'],
    ['offered', 'active'],
    ['placed', 'active'],
    ['follow_up', 'active'],
  ])('a period suspended from %s goes on as %s', (suspendedFrom, to) => {
    expect(decideAction(aCase('suspended', { suspendedFrom }), 'municipal', EVERY_STEP, 'resume', INPUTS)).toEqual({
      allowed: true,
      to,
    });
  });

  it.each<[string, Partial<CaseFacts>, CaseStatus]>([
    [
      'in the job the person has',
      { suspendedFrom: 'placed', placement: { id: '1', byReferral: true, state: 'in_force' } },
      'placed',
    ],
    [
      'in the follow-up of that job',
      { suspendedFrom: 'follow_up', placement: { id: '1', byReferral: true, state: 'in_force' } },
      'follow_up',
    ],
    [
      'looking for work, when the job was left meanwhile',
      { suspendedFrom: 'placed', placement: { id: '1', byReferral: true, state: 'left' } },
      'active',
    ],
    ['with the offer that stands', { suspendedFrom: 'offered', offer: 'open' }, 'offered'],
    [
      'in its preparation, whatever else is on record',
      { suspendedFrom: 'planned', placement: { id: '1', byReferral: false, state: 'in_force' } },
      'planned',
    ],
  ])('goes on %s', (_where, records, to) => {
    expect(decideAction(aCase('suspended', records), 'municipal', EVERY_STEP, 'resume', INPUTS)).toEqual({
      allowed: true,
      to,
    });
  });

  it('asks for no consent where consent is only to be sought', () => {
    const facts: CaseFacts = { ...NOTHING_ON_RECORD, status: 'suspended', suspendedFrom: 'candidate' };
    expect(decideAction(facts, 'municipal', EVERY_STEP, 'resume', INPUTS)).toEqual({ allowed: true, to: 'candidate' });
  });
});

describe('taking back a 離職', () => {
  it.each(['placed', 'follow_up'] as const)('leads back to %s', (from) => {
    const facts = aCase('active', {
      placement: { id: '1', byReferral: true, state: 'in_force' },
      lastLeaving: { id: '2', from },
    });
    expect(decideAction(facts, 'municipal', EVERY_STEP, 'withdraw_leaving', INPUTS)).toEqual({
      allowed: true,
      to: from,
    });
  });
});

describe('a new period', () => {
  it('opens when every earlier one is closed', () => {
    expect(newPeriodReasons([])).toEqual([]);
    expect(newPeriodReasons([{ status: 'closed' }, { status: 'closed' }])).toEqual([]);
    expect(newPeriodReasons([{ status: 'closed' }, { status: 'follow_up' }])).toEqual([
      { code: 'another_period_open' },
    ]);
  });
});
