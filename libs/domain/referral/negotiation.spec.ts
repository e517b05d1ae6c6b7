import { negotiationAnswerReasons, negotiationProblems } from './index.js';

describe('a negotiation over one condition', () => {
  const asked = { negotiatedOn: '2012-06-01', result: 'pending', resultOn: null } as const;

  it.each([
    ['still waiting', asked, []],
    ['answered on the same day', { ...asked, result: 'accepted', resultOn: '2012-06-01' } as const, []],
    ['answered on no day', { ...asked, result: 'refused' } as const, ['resultOn required']],
    [
      'answered before it was asked',
      { ...asked, result: 'accepted', resultOn: '2012-05-31' } as const,
      ['resultOn before_negotiation'],
    ],
    ['asked tomorrow', { ...asked, negotiatedOn: '2012-06-11' }, ['negotiatedOn date_in_future']],
  ])('%s', (_, draft, expected) => {
    expect(negotiationProblems(draft, '2012-06-10').map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('is answered once', () => {
    expect(negotiationAnswerReasons('pending')).toEqual([]);
    expect(negotiationAnswerReasons('refused')).toEqual([{ code: 'negotiation_already_answered' }]);
  });
});
