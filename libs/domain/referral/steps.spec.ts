import { askingReasons, interviewStepReasons, letterStepReasons } from './index.js';

const asked = { letterIssuedOn: null, interviewOn: null, outcome: 'pending' } as const;
const withLetter = { ...asked, letterIssuedOn: '2012-06-02' };
const withInterview = { ...withLetter, interviewOn: '2012-06-09' };
const failed = { ...withInterview, outcome: 'interview_failed' } as const;

it('refers nobody while a period rests or after it ended', () => {
  expect(askingReasons('active')).toEqual([]);
  expect([askingReasons('suspended'), askingReasons('closed')]).toEqual([
    [{ code: 'case_is_suspended' }],
    [{ code: 'case_is_closed' }],
  ]);
});

it('issues one letter an attempt', () => {
  expect([asked, withLetter, failed].map((referral) => letterStepReasons(referral)[0]?.code)).toEqual([
    undefined,
    'letter_already_issued',
    'referral_already_decided',
  ]);
});

it('arranges an interview after the letter, and moves it until the outcome', () => {
  expect([asked, withLetter, withInterview, failed].map((referral) => interviewStepReasons(referral)[0]?.code)).toEqual(
    ['letter_not_issued', undefined, undefined, 'referral_already_decided'],
  );
});
