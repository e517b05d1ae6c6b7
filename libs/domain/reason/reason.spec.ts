import { REASON_NOTE_MAX, isOfferedOn, reasonProblems, type ReasonOnList } from './index.js';

const TODAY = '2012-07-01';
const COMMUTE: ReasonOnList = { occasions: ['declined', 'left'], retiredOn: null };
const RETIRED: ReasonOnList = { ...COMMUTE, retiredOn: TODAY };

describe('a reason', () => {
  const decline = { occasion: 'declined', today: TODAY, needed: true } as const;

  it.each([
    ['from the list', { reasonCode: 'commute' }, COMMUTE, decline, []],
    [
      'from the list, with more about it',
      { reasonCode: 'commute', reasonNote: '冬はバスがない' },
      COMMUTE,
      decline,
      [],
    ],
    ['that the list does not hold, in words', { reasonNote: '見学の印象' }, undefined, decline, []],
    ['where none is needed', {}, undefined, { ...decline, needed: false }, []],
    ['missing', {}, undefined, decline, ['reasonCode reason_missing']],
    ['of another site', { reasonCode: 'theirs' }, undefined, decline, ['reasonCode reason_not_on_list']],
    ['retired today', { reasonCode: 'commute' }, RETIRED, decline, ['reasonCode reason_retired']],
    [
      'for something else',
      { reasonCode: 'commute' },
      COMMUTE,
      { ...decline, occasion: 'document_failed' } as const,
      ['reasonCode reason_of_another_occasion'],
    ],
    [
      'of a hire, which needs none',
      { reasonCode: 'commute' },
      COMMUTE,
      { ...decline, occasion: null },
      ['reasonCode reason_of_another_occasion'],
    ],
    ['that never ends', { reasonNote: '長'.repeat(REASON_NOTE_MAX + 1) }, undefined, decline, ['reasonNote too_long']],
  ])('%s', (_what, said, listed, of, problems) => {
    expect(reasonProblems(said, listed, of).map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });

  it('is offered until the day it is retired', () => {
    expect([
      isOfferedOn(COMMUTE, '2099-01-01'),
      isOfferedOn(RETIRED, '2012-06-30'),
      isOfferedOn(RETIRED, TODAY),
    ]).toEqual([true, true, false]);
  });
});
