import fc from 'fast-check';
import { addDays, type IsoDate } from '#kernel';
import {
  anotherJobReasons,
  employmentStartProblems,
  hasLaterEmployment,
  leavingProblems,
  leavingReasons,
  leavingWithdrawalReasons,
  placementState,
} from './index.js';
import { type Employment, employmentsOverlap } from './employment.js';

const IN_THE_JOB: Employment = { startsOn: '2012-07-31', leftOn: null, reversedOn: null };
const LEFT: Employment = { ...IN_THE_JOB, leftOn: '2012-09-30' };
const REVERSED: Employment = { ...IN_THE_JOB, reversedOn: '2012-08-15' };
const codes = (found: readonly { code: string }[]): string[] => found.map(({ code }) => code);

it('a job is held, left, or did not come about', () => {
  expect([IN_THE_JOB, LEFT, REVERSED, { ...LEFT, ...REVERSED }].map(placementState)).toEqual([
    'in_force',
    'left',
    'reversed',
    'reversed',
  ]);
});

describe('one job at a time', () => {
  it('the next one is recorded when the person has none', () => {
    expect(codes(anotherJobReasons([LEFT, REVERSED]))).toEqual([]);
    expect(codes(anotherJobReasons([LEFT, IN_THE_JOB]))).toEqual(['person_at_work']);
  });

  it.each<[string, IsoDate, readonly Employment[], string[]]>([
    ['the day after the last day of the one before', '2012-10-01', [LEFT], []],
    ['on that last day', '2012-09-30', [LEFT], ['before_last_leaving']],
    ['before the one before began', '2012-05-01', [LEFT], ['before_last_leaving']],
    ['beside one that never came about', '2012-08-01', [REVERSED], []],
    ['the first', '2012-08-01', [], []],
  ])('begins %s', (_when, startsOn, others, expected) => {
    expect(codes(employmentStartProblems(startsOn, others))).toEqual(expected);
  });

  it('property: two jobs overlap when there is a day on which both are held', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((offset) => addDays('2012-07-01', offset));
    const job = fc
      .record({ startsOn: day, stay: fc.option(fc.integer({ min: 0, max: 10 })), reversed: fc.boolean() })
      .map(({ startsOn, stay, reversed }): Employment => ({
        startsOn,
        leftOn: stay === null ? null : addDays(startsOn, stay),
        reversedOn: reversed ? startsOn : null,
      }));
    const heldOn = ({ startsOn, leftOn, reversedOn }: Employment, on: IsoDate): boolean =>
      reversedOn === null && startsOn <= on && (leftOn === null || on <= leftOn);
    const days = Array.from({ length: 40 }, (_, offset) => addDays('2012-07-01', offset));
    fc.assert(
      fc.property(job, job, (one, other) => {
        const shared = days.some((on) => heldOn(one, on) && heldOn(other, on));
        expect([employmentsOverlap(one, other), employmentsOverlap(other, one)]).toEqual([shared, shared]);
      }),
    );
  });
});

describe('leaving a job', () => {
  it('has a day on which the person had worked', () => {
    const on = (day: string | null) => codes(leavingProblems(day, '2012-07-31', '2012-10-01'));
    expect([on('2012-09-30'), on(null), on('2012-07-30'), on('2012-10-02')]).toEqual([
      [],
      ['required'],
      ['before_start_of_work'],
      ['date_in_future'],
    ]);
  });

  it('happens once, to a placement that stands', () => {
    expect([IN_THE_JOB, LEFT, REVERSED].map((job) => codes(leavingReasons(job)))).toEqual([
      [],
      ['placement_already_left'],
      ['placement_already_reversed'],
    ]);
  });

  it.each<[string, Employment, readonly Employment[], string[]]>([
    ['while there was no other job since', LEFT, [REVERSED], []],
    ['after a job that came before it', LEFT, [{ startsOn: '2012-06-01', leftOn: '2012-07-30', reversedOn: null }], []],
    ['not with a job held since', LEFT, [{ ...IN_THE_JOB, startsOn: '2012-11-01' }], ['later_placement_stands']],
    [
      'not with a job left since',
      LEFT,
      [{ startsOn: '2012-11-01', leftOn: '2012-11-30', reversedOn: null }],
      ['later_placement_stands'],
    ],
    ['not when the job was not left', IN_THE_JOB, [], ['placement_not_left']],
    ['not of a reversed placement', { ...LEFT, reversedOn: '2012-10-02' }, [], ['placement_already_reversed']],
  ])('is taken back %s', (_when, job, others, expected) => {
    expect(codes(leavingWithdrawalReasons(job, { laterPlacement: hasLaterEmployment(job, others) }))).toEqual(expected);
  });
});
