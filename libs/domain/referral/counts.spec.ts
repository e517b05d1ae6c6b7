import fc from 'fast-check';
import { addDays } from '#kernel';
import { countReferrals, lettersWithoutInterview, numberAttempts } from './index.js';

const letter = (jobseekerId: string, letterIssuedOn: string | null = '2012-06-02') => ({ jobseekerId, letterIssuedOn });

describe('counting', () => {
  it('ten fail and the eleventh succeeds: 11 referrals, 1 placement, 1 person', () => {
    const referrals = Array.from({ length: 11 }, () => letter('hanako'));
    expect(countReferrals(referrals, [{ jobseekerId: 'hanako', reversed: false }])).toEqual({
      attempts: 11,
      referrals: 11,
      personsReferred: 1,
      placements: 1,
      personsPlaced: 1,
    });
  });

  it('an employer who refused at once was asked, but there was no referral', () => {
    expect(countReferrals([letter('hanako', null), letter('taro')], [])).toMatchObject({
      attempts: 2,
      referrals: 1,
      personsReferred: 1,
    });
  });

  it('a reversed placement counts no more, a second one does', () => {
    const placements = [
      { jobseekerId: 'hanako', reversed: true },
      { jobseekerId: 'hanako', reversed: false },
      { jobseekerId: 'taro', reversed: true },
    ];
    expect(countReferrals([], placements)).toMatchObject({ placements: 1, personsPlaced: 1 });
  });

  it('property: persons never exceed what is counted, nor letters the attempts', () => {
    const row = fc.record({
      jobseekerId: fc.constantFrom('a', 'b', 'c'),
      letterIssuedOn: fc.constantFrom(null, '2012-06-02'),
    });
    const placement = fc.record({ jobseekerId: fc.constantFrom('a', 'b', 'c'), reversed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row), fc.array(placement), (referrals, placements) => {
        const counts = countReferrals(referrals, placements);
        expect(counts.referrals).toBeLessThanOrEqual(counts.attempts);
        expect(counts.personsReferred).toBeLessThanOrEqual(counts.referrals);
        expect(counts.personsPlaced).toBeLessThanOrEqual(counts.placements);
        expect(counts.personsReferred > 0).toBe(counts.referrals > 0);
      }),
    );
  });
});

describe('attempts', () => {
  it('are numbered in the order of asking', () => {
    const [july, june, sameDay] = [
      { askedOn: '2012-07-01' },
      { askedOn: '2012-06-01' },
      { askedOn: '2012-07-01' },
    ] as const;
    expect(numberAttempts([july, june, sameDay])).toEqual([
      { referral: june, attempt: 1 },
      { referral: july, attempt: 2 },
      { referral: sameDay, attempt: 3 },
    ]);
  });

  it.each([
    ['none yet', '', 0],
    ['three in a row', 'LLL', 3],
    ['an interview between', 'LLIL', 1],
    ['an interview last', 'LLI', 0],
    ['one refused at once does not count', 'ILRL', 2],
  ])('letters without interview: %s', (_what, rungs, count) => {
    const referrals = [...rungs].map((rung, index) => ({
      askedOn: addDays('2012-06-01', index),
      letterIssuedOn: rung === 'R' ? null : addDays('2012-06-01', index),
      interviewOn: rung === 'I' ? addDays('2012-06-05', index) : null,
    }));
    expect(lettersWithoutInterview(referrals)).toBe(count);
  });
});
