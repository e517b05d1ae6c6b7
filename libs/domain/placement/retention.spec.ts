import { contactProblems, nextContactDue } from './index.js';
import { retentionSchedule } from './retention.js';
import type { Employment } from './employment.js';

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
