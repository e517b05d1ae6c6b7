import { type Holding, isUnattended, LEAD_ROLE } from './index.js';

const CITY = 1;
const HELLO_WORK = 2;
const DAY = '2026-06-10';

const aHolding = (change: Partial<Holding> = {}): Holding => ({
  staffId: 'here',
  organisationId: CITY,
  role: LEAD_ROLE,
  startsOn: '2026-04-01',
  endsOn: null,
  endedWith: null,
  ...change,
});
const worksHere = (staffId: string): boolean => staffId !== 'gone';

describe('a running case without anybody who answers for it', () => {
  it.each<[string, Holding[], number, boolean]>([
    ['has a lead', [aHolding()], CITY, false],
    ['never had one', [], CITY, true],
    ['has only a deputy', [aHolding({ role: '副担当' })], CITY, true],
    ['had one until yesterday', [aHolding({ endsOn: DAY })], CITY, true],
    ['will have one', [aHolding({ startsOn: '2026-07-01' })], CITY, true],
    ['has one who works here no more', [aHolding({ staffId: 'gone' })], CITY, true],
    ['has a lead of the other side alone', [aHolding({ organisationId: HELLO_WORK })], CITY, true],
    ['is none of the other side where it takes no part', [aHolding()], HELLO_WORK, false],
    [
      'is of the other side while it has a deputy',
      [aHolding({ organisationId: HELLO_WORK, role: '副担当' })],
      HELLO_WORK,
      true,
    ],
    [
      'is of the other side when its lead left',
      [aHolding({ organisationId: HELLO_WORK, endsOn: DAY, endedWith: 'departure' })],
      HELLO_WORK,
      true,
    ],
    [
      'is not when the other side ended its part',
      [aHolding({ organisationId: HELLO_WORK, endsOn: DAY })],
      HELLO_WORK,
      false,
    ],
  ])('%s', (_, team, organisationId, expected) => {
    expect(isUnattended({ organisationId: CITY, team }, organisationId, DAY, worksHere)).toBe(expected);
  });
});
