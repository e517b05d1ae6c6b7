import { deskClosingProblems, NO_DESK } from './index.js';

const DESKS = [
  { id: 1, closedOn: null },
  { id: 2, closedOn: null },
  { id: 3, closedOn: '2026-04-01' },
];

describe('a desk that closes', () => {
  it.each<[string, number, number | null, string[]]>([
    ['with nothing at it asks nothing', 0, null, []],
    ['above running cases asks where they go', 3, null, ['desk_has_open_cases']],
    ['moves them to another desk', 3, 2, []],
    ['or to none', 3, NO_DESK, []],
    ['not to itself', 3, 1, ['not_one_of']],
    ['not to one that is closed', 3, 3, ['not_one_of']],
    ['not to one of another site', 3, 9, ['not_one_of']],
  ])('%s', (_, openCases, moveCasesTo, codes) => {
    const problems = deskClosingProblems({ deskId: 1, openCases, moveCasesTo }, DESKS);
    expect(problems.map(({ field, code }) => [field, code])).toEqual(codes.map((code) => ['moveCasesTo', code]));
  });
});
