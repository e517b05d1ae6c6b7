import {
  type Assignment,
  goesWithDeparture,
  type HeldWork,
  lastAdministratorReasons,
  succeedingAssignment,
  type SuccessionChoice,
  successionOf,
  successionProblems,
} from './index.js';

const LEAVES_ON = '2026-06-10';

const held = (kind: HeldWork['kind'], id: string, dueOn: string | null = null): HeldWork => ({
  kind,
  id,
  version: 1,
  jobseekerId: 'person',
  caseId: 'case',
  number: 'S0000001',
  role: kind === 'assignment' ? '主担当' : null,
  dueOn,
});

const HELD = [held('assignment', 'a1'), held('assignment', 'a2'), held('next_action', 'n1', '2026-06-12')];
const SUCCESSORS = [
  { id: 'stays', leavesOn: null },
  { id: 'leaves-later', leavesOn: '2026-07-01' },
  { id: 'leaves-too', leavesOn: LEAVES_ON },
];
const choice = (said: Partial<SuccessionChoice> = {}): SuccessionChoice => ({
  each: [],
  rest: null,
  toQueue: false,
  ...said,
});

describe('what a leaver holds', () => {
  it.each<[string, SuccessionChoice, object[]]>([
    ['one successor for all', choice({ rest: 'stays' }), []],
    ['somebody who leaves later', choice({ rest: 'leaves-later' }), []],
    ['the queue for all', choice({ toQueue: true }), []],
    [
      'nothing said',
      choice(),
      [{ field: 'successorStaffId', code: 'successor_missing', params: { count: HELD.length } }],
    ],
    [
      'one named, the rest forgotten',
      choice({ each: [{ kind: 'assignment', id: 'a1', staffId: 'stays' }] }),
      [{ field: 'successorStaffId', code: 'successor_missing', params: { count: 2 } }],
    ],
    ['the queue for one', choice({ rest: 'stays', each: [{ kind: 'assignment', id: 'a1', staffId: null }] }), []],
    [
      'somebody who leaves the same day',
      choice({ rest: 'leaves-too' }),
      [{ field: 'successorStaffId', code: 'not_one_of' }],
    ],
    [
      'a stranger for one',
      choice({ rest: 'stays', each: [{ kind: 'next_action', id: 'n1', staffId: 'stranger' }] }),
      [{ field: 'successor-next_action-n1', code: 'not_one_of' }],
    ],
    [
      'a thing that is not held',
      choice({ rest: 'stays', each: [{ kind: 'plan_step', id: 'p9', staffId: 'stays' }] }),
      [{ field: 'successor-plan_step-p9', code: 'no_such_record' }],
    ],
  ])('is settled or not: %s', (_, said, problems) => {
    expect(successionProblems(HELD, said, { successors: SUCCESSORS, leavesOn: LEAVES_ON })).toEqual(problems);
  });

  it('asks nothing where nothing is held', () => {
    expect(successionProblems([], choice(), { successors: [], leavesOn: LEAVES_ON })).toEqual([]);
  });

  it('goes to whoever is named for it, else to whoever is named for the rest', () => {
    const said = choice({ rest: 'stays', each: [{ kind: 'assignment', id: 'a2', staffId: null }] });
    expect(successionOf(HELD, said).map(({ work, successorId }) => [work.id, successorId])).toEqual([
      ['a1', 'stays'],
      ['a2', null],
      ['n1', 'stays'],
    ]);
  });

  it.each<[string, string | null, string, boolean]>([
    ['an assignment', null, '2026-06-01', true],
    ['due after a departure ahead', '2026-06-12', '2026-06-01', true],
    ['due on the day itself', LEAVES_ON, '2026-06-01', true],
    ['due before a departure ahead', '2026-06-09', '2026-06-01', false],
    ['overdue when the leaver goes today', '2026-06-01', LEAVES_ON, true],
    ['overdue, told after the leaver went', '2026-06-01', '2026-06-20', true],
  ])('goes with the departure or stays until then: %s', (_, dueOn, today, goes) => {
    expect(goesWithDeparture({ dueOn }, LEAVES_ON, today)).toBe(goes);
  });
});

describe('the assignment that goes on', () => {
  const leaver: Assignment = {
    staffId: 'leaver',
    organisationId: 1,
    role: '主担当',
    startsOn: '2026-04-01',
    endsOn: null,
  };
  const another = (more: Partial<Assignment>): Assignment => ({ ...leaver, staffId: 'another', ...more });

  it.each<[string, Assignment, Assignment[], { startsOn: string; endsOn: string | null } | null]>([
    ['begins where the old one ends', leaver, [], { startsOn: LEAVES_ON, endsOn: null }],
    [
      'of somebody who would begin later begins then',
      { ...leaver, startsOn: '2026-07-01' },
      [],
      { startsOn: '2026-07-01', endsOn: null },
    ],
    [
      'keeps an end that was settled',
      { ...leaver, endsOn: '2026-08-01' },
      [],
      { startsOn: LEAVES_ON, endsOn: '2026-08-01' },
    ],
    ['is none where the end was settled before', { ...leaver, endsOn: '2026-06-05' }, [], null],
    [
      'leaves room for the lead who is settled to begin later',
      leaver,
      [another({ startsOn: '2026-07-01' })],
      { startsOn: LEAVES_ON, endsOn: '2026-07-01' },
    ],
    [
      'is none where the successor holds that role',
      { ...leaver, role: '通訳' },
      [another({ staffId: 'next', role: '通訳' })],
      null,
    ],
    [
      'stands beside another role of the successor',
      leaver,
      [another({ staffId: 'next', role: '副担当' })],
      { startsOn: LEAVES_ON, endsOn: null },
    ],
    [
      'stands beside a lead of the other side',
      leaver,
      [another({ organisationId: 2 })],
      { startsOn: LEAVES_ON, endsOn: null },
    ],
    [
      'does not mind a row that holds on no day',
      leaver,
      [another({ startsOn: LEAVES_ON, endsOn: LEAVES_ON })],
      { startsOn: LEAVES_ON, endsOn: null },
    ],
  ])('%s', (_, current, others, expected) => {
    const started = succeedingAssignment(current, 'next', LEAVES_ON, others, ['主担当']);
    expect(started && { startsOn: started.startsOn, endsOn: started.endsOn }).toEqual(expected);
  });
});

describe('an organisation', () => {
  it.each<[string, { staffId: string; endsOn: string | null }[], boolean]>([
    ['keeps its last administrator', [{ staffId: 'leaver', endsOn: null }], true],
    [
      'lets one of two go',
      [
        { staffId: 'leaver', endsOn: null },
        { staffId: 'other', endsOn: null },
      ],
      false,
    ],
    [
      'counts nobody whose own departure is settled',
      [
        { staffId: 'leaver', endsOn: null },
        { staffId: 'other', endsOn: '2026-07-01' },
      ],
      true,
    ],
    ['lets go whoever administers nothing', [{ staffId: 'other', endsOn: null }], false],
  ])('%s', (_, administrators, isLast) => {
    expect(lastAdministratorReasons(administrators, 'leaver')).toEqual(isLast ? [{ code: 'last_administrator' }] : []);
  });
});
