import { addDays } from '#kernel';
import { lettersWithoutInterview } from './index.js';

it.each([
  ['none yet', '', 0],
  ['three in a row', 'LLL', 3],
  ['an interview between', 'LLIL', 1],
  ['an interview last', 'LLI', 0],
  ['one refused at once does not count', 'ILRL', 2],
])('letters without interview: %s', (_what, attempts, count) => {
  const referrals = [...attempts].map((attempt, index) => ({
    askedOn: addDays('2012-06-01', index),
    letterIssuedOn: attempt === 'R' ? null : addDays('2012-06-01', index),
    interviewOn: attempt === 'I' ? addDays('2012-06-05', index) : null,
  }));
  expect(lettersWithoutInterview(referrals)).toBe(count);
});
