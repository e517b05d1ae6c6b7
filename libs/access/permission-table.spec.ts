import { ja } from '#messages';
import { ROLES, SIDES, type Role, type Side } from './actors.js';
import { may, permissionsOf } from './may.js';
import { PERMISSION_TABLE, PERMISSIONS, SYSTEM_PERMISSIONS, type Permission } from './permission-table.js';
import { staffActor } from './staff-actor.fixture.js';

const held = (role: Role, side: Side) => permissionsOf(staffActor({ role, side }));
const onSides = (permission: Permission, role: Role) =>
  SIDES.filter((side) => may(staffActor({ role, side }), permission));

describe('the two sides of case work', () => {
  it.each<Permission>(['request.make'])("%s is the municipality's", (permission) => {
    expect(onSides(permission, 'case_staff')).toEqual(['municipal']);
    expect(onSides(permission, 'supervisor')).toEqual(['municipal']);
  });

  it.each<Permission>([
    'request.decide',
    'registration.record',
    'referral.write',
    'offer.record',
    'placement.record_referred',
  ])("%s is the national side's", (permission) => {
    expect(onSides(permission, 'case_staff')).toEqual(['national']);
    expect(onSides(permission, 'supervisor')).toEqual(['national']);
  });

  it('is shared in everything else', () => {
    const oneSided: Permission[] = [
      'request.make',
      'request.decide',
      'registration.record',
      'referral.write',
      'offer.record',
      'placement.record_referred',
    ];
    for (const role of ROLES) {
      const shared = (side: Side) => held(role, side).filter((permission) => !oneSided.includes(permission));
      expect(shared('municipal')).toEqual(shared('national'));
    }
  });
});

describe.each(SIDES)('roles on the %s side', (side) => {
  it('let a supervisor do what case staff do, and open figures, read plans and reports and make a report that is missing', () => {
    const more = held('supervisor', side).filter(
      (permission) => !may(staffActor({ role: 'case_staff', side }), permission),
    );
    expect(held('supervisor', side)).toEqual(expect.arrayContaining(held('case_staff', side)));
    expect(more).toEqual(['figure.open', 'yearly_plan.read', 'report.read', 'report.make']);
  });

  it('keep the site administrator to settings and numbers', () => {
    expect(held('site_administrator', side)).toEqual([
      'duplicate.resolve',
      'figure.read',
      'yearly_plan.read',
      'yearly_plan.write',
      'report.read',
      'notification.read',
      'site.read',
      'site.manage',
      'staff.manage',
      'reference.manage',
      'token.manage',
      'own_account',
    ]);
  });

  it('keep the auditor to the audit record and numbers', () => {
    expect(held('auditor', side)).toEqual([
      'figure.read',
      'report.read',
      'notification.read',
      'site.read',
      'audit.read',
      'glass.review',
      'own_account',
    ]);
  });
});

describe('the table', () => {
  it('gives every permission to somebody', () => {
    const unused = PERMISSIONS.filter((permission) =>
      ROLES.every((role) => PERMISSION_TABLE[permission][role].length === 0),
    );
    expect(unused).toEqual([]);
  });

  it('names its permissions noun.verb, and in Japanese', () => {
    for (const permission of PERMISSIONS) expect(permission).toMatch(/^([a-z_]+\.[a-z_]+|own_account)$/);
    expect(Object.keys(ja.access.permissions)).toEqual(expect.arrayContaining(PERMISSIONS));
    expect(Object.keys(ja.access.permissions)).toHaveLength(PERMISSIONS.length);
  });

  it('names its roles and sides in Japanese', () => {
    expect(Object.keys(ja.codes.role)).toEqual(ROLES);
    expect(Object.keys(ja.codes.side)).toEqual(SIDES);
  });
});

describe('work without a person', () => {
  it('never writes records of people', () => {
    const writesPeople =
      /^(jobseeker|consent|case|request|registration|plan|consultation|referral|offer|placement|follow_up)\.(?!read$)/;
    for (const permissions of Object.values(SYSTEM_PERMISSIONS))
      expect(permissions.filter((each) => writesPeople.test(each))).toEqual([]);
  });
});
