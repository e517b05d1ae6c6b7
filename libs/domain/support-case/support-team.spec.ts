import { type Assignment, assignmentProblems } from '#domain/organisation';
import { isOnTeamFrom, LEAD_ROLE, roleOnJoining, sidesWithoutStaff, SOLE_ROLES } from './index.js';

const CITY = 1;
const HELLO_WORK = 2;
const DAY = '2012-06-10';

const aNavigator = (change: Partial<Assignment> = {}): Assignment => ({
  staffId: 'navigator',
  organisationId: HELLO_WORK,
  role: LEAD_ROLE,
  startsOn: '2012-06-01',
  endsOn: null,
  ...change,
});

describe('whoever takes a case on', () => {
  it('is 主担当, unless a colleague of the same organisation is, or is to be', () => {
    expect(roleOnJoining([], HELLO_WORK, DAY)).toBe('主担当');
    expect(roleOnJoining([aNavigator()], HELLO_WORK, DAY)).toBe('副担当');
    expect(roleOnJoining([aNavigator({ startsOn: '2012-07-01' })], HELLO_WORK, DAY)).toBe('副担当');
    expect(roleOnJoining([aNavigator()], CITY, DAY)).toBe('主担当');
    expect(roleOnJoining([aNavigator({ endsOn: DAY })], HELLO_WORK, DAY)).toBe('主担当');
    expect(roleOnJoining([aNavigator({ role: '通訳' })], HELLO_WORK, DAY)).toBe('主担当');
  });

  it.each([[[]], [[aNavigator()]], [[aNavigator({ startsOn: '2012-07-01' })]]])(
    'never takes a role that another holds alone (%#)',
    (team) => {
      const newcomer = {
        staffId: 'newcomer',
        organisationId: HELLO_WORK,
        role: roleOnJoining(team, HELLO_WORK, DAY),
        startsOn: DAY,
        endsOn: null,
      };
      expect(assignmentProblems(newcomer, team, SOLE_ROLES)).toEqual([]);
    },
  );

  it('is on the team while it lasts, and from a day that is settled already', () => {
    expect(isOnTeamFrom([aNavigator()], 'navigator', DAY)).toBe(true);
    expect(isOnTeamFrom([aNavigator({ startsOn: '2012-07-01' })], 'navigator', DAY)).toBe(true);
    expect(isOnTeamFrom([aNavigator({ endsOn: DAY })], 'navigator', DAY)).toBe(false);
    expect(isOnTeamFrom([aNavigator()], 'newcomer', DAY)).toBe(false);
  });
});

describe('the sides nobody stands for', () => {
  it('are those nobody of the team belongs to', () => {
    expect(sidesWithoutStaff([])).toEqual(['municipal', 'national']);
    expect(sidesWithoutStaff([{ side: 'national' }, { side: 'national' }])).toEqual(['municipal']);
    expect(sidesWithoutStaff([{ side: 'national' }, { side: 'municipal' }])).toEqual([]);
  });
});
