import { type AttemptWithResults, attemptTone, interviewIsAhead, REFERRAL_OUTCOMES, stagesOf } from './index.js';

const TODAY = '2026-06-10';

const asked: AttemptWithResults = {
  askedOn: '2026-06-02',
  letterIssuedOn: null,
  interviewOn: null,
  outcome: 'pending',
  outcomeOn: null,
  offeredOn: null,
  acceptedOn: null,
  startsOn: null,
};
const interviewed: AttemptWithResults = { ...asked, letterIssuedOn: '2026-06-03', interviewOn: '2026-06-04' };
const hired: AttemptWithResults = { ...interviewed, outcome: 'hired', outcomeOn: '2026-06-08' };

describe('the stages of an attempt', () => {
  it.each<[string, AttemptWithResults, string]>([
    ['waits on the next stage while it is open', asked, 'reached current open open open open'],
    [
      'waits for an interview of next week',
      { ...interviewed, interviewOn: '2026-06-17' },
      'reached reached current open open open',
    ],
    [
      'waits for an interview of today',
      { ...interviewed, interviewOn: TODAY },
      'reached reached current open open open',
    ],
    ['waits for what the interview came to, the day after', interviewed, 'reached reached reached current open open'],
    [
      'has reached an interview of today that was decided on',
      { ...interviewed, interviewOn: TODAY, outcome: 'interview_failed', outcomeOn: TODAY },
      'reached reached failed open open open',
    ],
    [
      'ends on the last stage it reached when it fails',
      { ...interviewed, outcome: 'interview_failed', outcomeOn: '2026-06-05' },
      'reached reached failed open open open',
    ],
    [
      'waits for the answer to an offer',
      { ...interviewed, outcome: 'offered', outcomeOn: '2026-06-05', offeredOn: '2026-06-05' },
      'reached reached reached reached current open',
    ],
    ['waits for the first day of work', hired, 'reached reached reached reached reached current'],
    [
      'ends where an accepted offer was declined',
      { ...hired, outcome: 'declined', offeredOn: '2026-06-05', acceptedOn: '2026-06-06' },
      'reached reached reached reached failed open',
    ],
    ['reaches the top', { ...hired, startsOn: '2026-07-01' }, 'reached reached reached reached reached reached'],
  ])('%s', (_what, attempt, states) => {
    expect(
      stagesOf(attempt, TODAY)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(states);
  });

  it('tells the day of an offer that nobody recorded apart from the hire by the hire', () => {
    expect(stagesOf(hired, TODAY).map(({ on }) => on)).toEqual([
      '2026-06-02',
      '2026-06-03',
      '2026-06-04',
      '2026-06-08',
      '2026-06-08',
      null,
    ]);
    expect(
      stagesOf({ ...hired, offeredOn: '2026-06-05', acceptedOn: '2026-06-06' }, TODAY)
        .slice(3)
        .map(({ on }) => on),
    ).toEqual(['2026-06-05', '2026-06-06', null]);
  });

  it('keeps the day of an interview ahead, and says that it is', () => {
    const ahead = { ...interviewed, interviewOn: '2026-06-17' };
    expect(stagesOf(ahead, TODAY)[2]).toEqual({ stage: 'interview', on: '2026-06-17', state: 'current' });
    expect(
      [ahead, { ...ahead, interviewOn: TODAY }, interviewed, asked].map((at) => interviewIsAhead(at, TODAY)),
    ).toEqual([true, true, false, false]);
  });

  it('succeeds with the hire alone', () => {
    const tones = Object.fromEntries(REFERRAL_OUTCOMES.map((outcome) => [outcome, attemptTone({ outcome })]));
    expect(tones).toEqual({
      pending: 'pending',
      offered: 'pending',
      hired: 'success',
      refused_before_application: 'failure',
      not_attended: 'failure',
      document_failed: 'failure',
      interview_failed: 'failure',
      declined: 'failure',
    });
  });
});
