import { cancellationReasons, furtherInterviewReasons, interviewStepReasons, letterStepReasons } from './index.js';

const TODAY = '2012-06-08';
const asked = { letterIssuedOn: null, interviewOn: null, outcome: 'pending' } as const;
const withLetter = { ...asked, letterIssuedOn: '2012-06-02' };
const withInterview = { ...withLetter, interviewOn: '2012-06-09' };
const interviewed = { ...withLetter, interviewOn: TODAY };
const failed = { ...interviewed, outcome: 'interview_failed' } as const;
const ATTEMPTS = [asked, withLetter, withInterview, interviewed, failed];
const codes = (reasons: (referral: (typeof ATTEMPTS)[number]) => readonly { code: string }[]) =>
  ATTEMPTS.map((referral) => reasons(referral)[0]?.code);

it('issues one letter an attempt', () => {
  expect(codes((referral) => letterStepReasons(referral, TODAY))).toEqual([
    undefined,
    'letter_already_issued',
    'letter_already_issued',
    'letter_already_issued',
    'referral_already_decided',
  ]);
});

it('arranges an interview after the letter, and moves it until the outcome', () => {
  expect(codes(interviewStepReasons)).toEqual([
    'letter_not_issued',
    undefined,
    undefined,
    undefined,
    'referral_already_decided',
  ]);
});

it('cancels the interview that is arranged, until the outcome', () => {
  expect(codes((referral) => cancellationReasons(referral, TODAY))).toEqual([
    'no_interview_arranged',
    'no_interview_arranged',
    undefined,
    undefined,
    'referral_already_decided',
  ]);
});

it('arranges a further interview once the one before has been', () => {
  expect(codes((referral) => furtherInterviewReasons(referral, TODAY))).toEqual([
    'letter_not_issued',
    'no_interview_held',
    'no_interview_held',
    undefined,
    'referral_already_decided',
  ]);
});
