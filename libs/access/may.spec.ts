import { Forbidden } from '#kernel';
import { isImport, isStaff, type ImportActor, type SystemActor } from './actors.js';
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
