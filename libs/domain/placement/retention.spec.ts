import fc from 'fast-check';
import { addDays } from '#kernel';
import {
  contactProblems,
  daysEmployed,
  isEmployedOn,
  leavingProblems,
  leavingReasons,
  nextContactDue,
  retentionSchedule,
  type Employment,
} from './index.js';

const IN_THE_JOB: Employment = { startsOn: '2012-07-31', leftOn: null, reversedOn: null };
const LEFT: Employment = { ...IN_THE_JOB, leftOn: '2012-09-30' };
const REVERSED: Employment = { ...IN_THE_JOB, reversedOn: '2012-08-15' };

describe('contacts after the hire', () => {
  it('are due after 1, 3 and 6 months, or as the site sets', () => {
    expect(retentionSchedule('2012-07-31')).toEqual(['2012-08-31', '2012-10-31', '2013-01-31']);
    expect(retentionSchedule('2012-07-31', [12, 7])).toEqual(['2013-02-28', '2013-07-31']);
  });

  it.each<[string, Employment, string[], string | null]>([
    ['none made', IN_THE_JOB, [], '2012-08-31'],
    ['one made early', IN_THE_JOB, ['2012-08-10'], '2012-08-31'],
    ['one made late', IN_THE_JOB, ['2012-09-15', '2012-08-10'], '2012-10-31'],
    ['all made', IN_THE_JOB, ['2013-02-01'], null],
    ['the job was left', LEFT, [], null],
    ['it never began', REVERSED, [], null],
  ])('%s', (_what, employment, contacts, due) => {
    expect(nextContactDue(employment, contacts)).toBe(due);
  });

  it('are made on days from the start of work until today', () => {
    expect(contactProblems({ contactedOn: '2012-08-31', text: '' }, '2012-07-31', '2012-09-01')).toEqual([]);
    expect(contactProblems({ contactedOn: '2012-07-30', text: '' }, '2012-07-31', '2012-09-01')).toMatchObject([
      { code: 'before_start_of_work' },
    ]);
    expect(contactProblems({ contactedOn: '2012-09-02', text: '' }, '2012-07-31', '2012-09-01')).toMatchObject([
      { code: 'date_in_future' },
    ]);
  });
});

describe('being in the job', () => {
  it.each<[string, Employment, boolean, number]>([
    ['2012-07-30', IN_THE_JOB, false, 0],
    ['2012-07-31', IN_THE_JOB, true, 1],
    ['2012-09-30', LEFT, true, 62],
    ['2012-10-01', LEFT, false, 62],
    ['2012-10-01', REVERSED, false, 0],
  ])('on %s', (day, employment, employed, days) => {
    expect(isEmployedOn(employment, day)).toBe(employed);
    expect(daysEmployed(employment, day)).toBe(days);
  });

  it('property: the days employed are the days on which the person was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.option(fc.integer({ min: 0, max: 40 })),
        fc.integer({ min: -5, max: 60 }),
        (start, stay, until) => {
          const startsOn = addDays('2012-07-01', start);
          const employment: Employment = {
            startsOn,
            leftOn: stay === null ? null : addDays(startsOn, stay),
            reversedOn: null,
          };
          const days = Array.from({ length: Math.max(0, until + 1) }, (_, index) => addDays('2012-07-01', index));
          expect(daysEmployed(employment, addDays('2012-07-01', until))).toBe(
            days.filter((day) => isEmployedOn(employment, day)).length,
          );
        },
      ),
    );
  });
});

describe('leaving a job', () => {
  it('has a day on which the person had worked', () => {
    const on = (day: string | null) => leavingProblems(day, '2012-07-31', '2012-10-01').map(({ code }) => code);
    expect([on('2012-09-30'), on(null), on('2012-07-30'), on('2012-10-02')]).toEqual([
      [],
      ['required'],
      ['before_start_of_work'],
      ['date_in_future'],
    ]);
  });

  it('happens once, to a placement that stands', () => {
    expect(leavingReasons(IN_THE_JOB)).toEqual([]);
    expect(leavingReasons(LEFT)).toEqual([{ code: 'placement_already_left' }]);
    expect(leavingReasons(REVERSED)).toEqual([{ code: 'placement_already_reversed' }]);
  });
});
