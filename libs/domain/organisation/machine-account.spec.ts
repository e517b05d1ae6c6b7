import { addDays } from '#kernel';
import { endNotice, MACHINE_ACCOUNT, type MachineOwner, machineAccountProblems } from './index.js';

const TODAY = '2026-06-10';
const codes = (...[draft, owner]: [Parameters<typeof machineAccountProblems>[0], MachineOwner | undefined]): string[] =>
  machineAccountProblems(draft, owner, TODAY).map(({ field, code }) => `${field} ${code}`);
const owner = (role: MachineOwner['role']): MachineOwner => ({ id: 'o', role, side: 'municipal' });

describe('the account of a machine', () => {
  it.each([
    ['from tomorrow', '2026-06-11', []],
    ['to a year', addDays(TODAY, MACHINE_ACCOUNT.longestDays), []],
    ['not today, which it would end before it began', TODAY, ['endsOn machine_end']],
    ['no longer', addDays(TODAY, MACHINE_ACCOUNT.longestDays + 1), ['endsOn machine_end']],
  ])('ends %s', (_, endsOn, problems) => {
    expect(codes({ scopes: ['read_figures'], endsOn }, owner('auditor'))).toEqual(problems);
  });

  it('is answered for by somebody who may do themselves what it does', () => {
    const endsOn = '2026-12-31';
    expect(codes({ scopes: ['read_cases'], endsOn }, owner('case_staff'))).toEqual([]);
    expect(codes({ scopes: ['read_figures', 'read_cases'], endsOn }, owner('site_administrator'))).toEqual([
      'ownerId owner_lacks_scope',
    ]);
    expect(codes({ scopes: ['import_plan'], endsOn }, owner('supervisor'))).toEqual(['ownerId owner_lacks_scope']);
    expect(codes({ scopes: ['import_plan'], endsOn }, undefined)).toEqual(['ownerId not_one_of']);
  });

  it.each([
    [31, null],
    [30, 'machine_ends_in_a_month'],
    [8, 'machine_ends_in_a_month'],
    [7, 'machine_ends_in_a_week'],
    [1, 'machine_ends_in_a_week'],
    [0, 'machine_ended'],
    [-40, 'machine_ended'],
  ])('%d days before its end tells %s', (left, notice) => {
    expect(endNotice(addDays(TODAY, left), TODAY)).toBe(notice);
  });
});
