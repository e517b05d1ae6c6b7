import type { Side } from '#access';
import type { OwnerSide } from '#domain/task';
import { LEAD_ROLE, type TeamMember, whoSeesTo } from './index.js';

const member = (
  staffId: string,
  side: Side,
  startsOn: string,
  role = '副担当',
  endsOn: string | null = null,
): TeamMember => ({
  id: staffId,
  staffId,
  organisationId: 1,
  side,
  role,
  startsOn,
  endsOn,
});

const TEAM = [
  member('gone', 'municipal', '2012-04-01', LEAD_ROLE),
  member('city', 'municipal', '2012-05-01', LEAD_ROLE),
  member('city2', 'municipal', '2012-06-01'),
  member('nation', 'national', '2012-04-15', LEAD_ROLE),
  member('past', 'national', '2012-04-01', '副担当', '2012-06-30'),
];
const atWork = (staffId: string): boolean => staffId !== 'gone';
const see = (ownerSide: OwnerSide | null, ownerStaffId: string | null): string[] =>
  whoSeesTo({ ownerSide, ownerStaffId }, TEAM, '2012-07-01', atWork);

describe('who sees to a piece of work', () => {
  it.each<[string, OwnerSide | null, string | null, string[]]>([
    ['whoever is named, on the team or not', 'municipal', 'helper', ['helper']],
    ['who has been on the case longest, where nobody is named', 'municipal', null, ['city']],
    ['the same, where who is named has left', 'municipal', 'gone', ['city']],
    ['not who was on the team before', 'national', null, ['nation']],
    ['anybody longest, where it is of no side', null, null, ['nation']],
    ['every 主担当, for what the person promised', 'jobseeker', null, ['city', 'nation']],
  ])('%s', (_what, side, staffId, expected) => {
    expect(see(side, staffId)).toEqual(expected);
  });

  it('is nobody where the team is empty', () => {
    expect(whoSeesTo({ ownerSide: 'national', ownerStaffId: null }, [], '2012-07-01', atWork)).toEqual([]);
    expect(whoSeesTo({ ownerSide: 'national', ownerStaffId: 'gone' }, [], '2012-07-01', atWork)).toEqual([]);
  });
});
