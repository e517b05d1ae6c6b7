import { Forbidden } from '#kernel';
import { isImport, isStaff, type ImportActor, MACHINE_SCOPES, ROLES, SIDES, type SystemActor } from './actors.js';
import { mayOwn, SCOPE_PERMISSIONS } from './machine-scopes.js';
import { assertMay, may, permissionsOf } from './may.js';
import { PERMISSIONS } from './permission-table.js';
import { staffActor } from './staff-actor.fixture.js';

const navigator = staffActor({ side: 'national' });
const outbox: SystemActor = { kind: 'system', name: 'outbox', siteIds: [], organisationIds: [] };
const report: SystemActor = { ...outbox, name: 'report' };

describe('may', () => {
  it('looks at role and side', () => {
    expect(may(navigator, 'referral.write')).toBe(true);
    expect(may(staffActor(), 'referral.write')).toBe(false);
    expect(may(staffActor({ side: 'national', role: 'site_administrator' }), 'referral.write')).toBe(false);
  });

  it('gives an import run what the person it writes for holds', () => {
    const imported: ImportActor = { ...navigator, importedBy: '見本の取り込み' };
    expect(permissionsOf(imported)).toEqual(permissionsOf(navigator));
  });

  it('gives a system actor only what its work needs', () => {
    expect(PERMISSIONS.filter((permission) => may(outbox, permission))).toEqual([]);
    expect(permissionsOf(report)).toEqual(['figure.read', 'yearly_plan.read', 'report.read']);
  });
});

describe('a machine', () => {
  const machine = { accountId: '00000000-0000-4000-8000-00000000000a', name: '庁内ポータル' };
  const owners = ROLES.flatMap((role) => SIDES.map((side) => staffActor({ role, side })));

  it('holds what its scopes stand for, and what its owner holds of that', () => {
    const portal = { ...machine, scopes: ['read_figures'] as const };
    expect(permissionsOf(staffActor({ role: 'supervisor', machine: portal }))).toEqual([
      'figure.read',
      'yearly_plan.read',
      'report.read',
      'site.read',
    ]);
    expect(permissionsOf(staffActor({ machine: portal }))).toEqual(['figure.read', 'site.read']);
    expect(permissionsOf(staffActor({ role: 'supervisor', machine: { ...machine, scopes: [] } }))).toEqual([]);
  });

  it('never holds more than its owner, nor an account, whatever its scopes', () => {
    for (const owner of owners) {
      const held = permissionsOf({ ...owner, machine: { ...machine, scopes: MACHINE_SCOPES } });
      expect(permissionsOf(owner)).toEqual(expect.arrayContaining(held));
      expect(held.filter((each) => /^(own_account|staff|token|site\.manage|audit|notification)/.test(each))).toEqual(
        [],
      );
    }
  });

  it('is owned by whoever may do themselves what its scope is for', () => {
    for (const scope of MACHINE_SCOPES)
      for (const owner of owners) expect(mayOwn(scope, owner)).toBe(may(owner, SCOPE_PERMISSIONS[scope][0]));
    expect(mayOwn('read_cases', staffActor({ role: 'site_administrator' }))).toBe(false);
  });
});

describe('assertMay', () => {
  it('names the missing permission', () => {
    expect(() => assertMay(staffActor(), 'referral.write')).toThrow(new Forbidden('referral.write'));
    expect(() => assertMay(navigator, 'referral.write')).not.toThrow();
  });
});

describe('kinds of actor', () => {
  it('are told apart', () => {
    const imported: ImportActor = { ...navigator, importedBy: '見本の取り込み' };
    expect([navigator, imported, outbox].map(isStaff)).toEqual([true, true, false]);
    expect([navigator, imported, outbox].map(isImport)).toEqual([false, true, false]);
  });
});
