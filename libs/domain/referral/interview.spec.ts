import fc from 'fast-check';
import { addDays } from '#kernel';
import { cancellationProblems, interviewAtOutcome, interviewDue, interviewTiming, currentInterview } from './index.js';
import { type Interview, INTERVIEW_STATUSES } from './interview.js';

const TODAY = '2012-06-20';
const on = (interviewOn: string, status: Interview['status'] = 'arranged'): Interview => ({ interviewOn, status });

it('is ahead until it was', () => {
  expect(['2012-06-21', TODAY, '2012-06-19'].map((day) => interviewTiming(day, TODAY))).toEqual([
    'ahead',
    'today',
    'past',
  ]);
});

describe('what an interview asks for', () => {
  it.each<[string, Interview, object | null]>([
    ['to be attended, while it is ahead', on('2012-06-27'), { kind: 'interview', dueOn: '2012-06-27' }],
    ['to be attended, on its day', on(TODAY), { kind: 'interview', dueOn: TODAY }],
    ['its outcome, the day after', on('2012-06-19'), { kind: 'interview_outcome', dueOn: TODAY }],
    ['its outcome, ever since', on('2012-06-10'), { kind: 'interview_outcome', dueOn: '2012-06-11' }],
    ['nothing once it was moved', on('2012-06-27', 'moved'), null],
    ['nothing once it was cancelled', on('2012-06-27', 'cancelled'), null],
    ['nothing once its outcome is known', on('2012-06-10', 'held'), null],
  ])('%s', (_what, interview, due) => {
    expect(interviewDue(interview, TODAY)).toEqual(due);
  });

  it('property: it never asks for an outcome before the day after', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.constantFrom(...INTERVIEW_STATUSES), (offset, status) => {
        const due = interviewDue(on(addDays(TODAY, offset), status), TODAY);
        expect(due?.kind === 'interview_outcome').toBe(status === 'arranged' && offset < 0);
        expect(due !== null).toBe(status === 'arranged');
      }),
    );
  });
});

it('stands as arranged, else as last held', () => {
  const moved = on('2012-06-01', 'moved');
  const [first, second] = [on('2012-06-05', 'held'), on('2012-06-12', 'held')];
  expect(currentInterview([moved, second, first])).toBe(second);
  const arranged = on('2012-06-03');
  expect(currentInterview([first, arranged])).toBe(arranged);
  expect([currentInterview([moved]), currentInterview([])]).toEqual([null, null]);
});

it('was held when the outcome came on its day or later, else it does not take place', () => {
  expect([interviewAtOutcome('2012-06-10', '2012-06-10'), interviewAtOutcome('2012-06-10', '2012-06-09')]).toEqual([
    'held',
    'cancelled',
  ]);
});

it('is cancelled on a day that has come', () => {
  const codes = (cancelledOn: string | null, reasonNote = '') =>
    cancellationProblems({ cancelledOn, reasonNote }, '2012-06-02', TODAY).map(({ code }) => code);
  expect([codes(TODAY), codes(null), codes('2012-06-21'), codes('2012-06-01'), codes(TODAY, 'あ'.repeat(201))]).toEqual(
    [[], ['required'], ['date_in_future'], ['interview_before_letter'], ['too_long']],
  );
});
