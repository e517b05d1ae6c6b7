import type { Role, Side } from '#access';
import type { TestApplication } from '../../support/application.js';
import { someoneLike } from '../../support/arrangements/staff.js';

export { someoneLike };

export interface Attendant {
  readonly login: string;
  readonly side: Side;
  readonly role: Role;
  /** Works at 見本市, where the person of the matrix is supported. */
  readonly isHere: boolean;
  /** Works there for an organisation that is neither the city nor the Hello Work. */
  readonly isOfThird?: true;
}

const here = (login: string, side: Side, role: Role): Attendant => ({ login, side, role, isHere: true });
const elsewhere = (login: string, side: Side, role: Role): Attendant => ({ login, side, role, isHere: false });

/** Each role of each side at 見本市 with a colleague, and their like from 別見市. */
export const STAFF: readonly Attendant[] = [
  here('caseworker', 'municipal', 'case_staff'),
  here('caseworker2', 'municipal', 'case_staff'),
  here('city-supervisor', 'municipal', 'supervisor'),
  here('administrator', 'municipal', 'site_administrator'),
  here('auditor', 'municipal', 'auditor'),
  here('navigator', 'national', 'case_staff'),
  here('navigator2', 'national', 'case_staff'),
  here('hw-supervisor', 'national', 'supervisor'),
  here('hw-administrator', 'national', 'site_administrator'),
  here('hw-auditor', 'national', 'auditor'),
  elsewhere('stranger', 'municipal', 'case_staff'),
  elsewhere('stranger-supervisor', 'municipal', 'supervisor'),
  elsewhere('stranger-administrator', 'municipal', 'site_administrator'),
  elsewhere('stranger-auditor', 'municipal', 'auditor'),
  elsewhere('stranger-navigator', 'national', 'case_staff'),
];

/** Of an organisation that takes part in the site as well (a welfare council, say), whoever the person is shared with. */
export const THIRD: Attendant = { ...here('third', 'municipal', 'case_staff'), isOfThird: true };

/** Those whom the sites of the specs do not have yet, made like somebody they have. */
export async function theOtherRoles(t: TestApplication): Promise<void> {
  await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
  await someoneLike(t, 'navigator', 'hw-auditor', 'auditor');
  await someoneLike(t, 'stranger', 'stranger-administrator', 'site_administrator');
  await someoneLike(t, 'stranger', 'stranger-auditor', 'auditor');
}

/** Somebody of 別見市 who works at 見本市. */
export async function theThird(t: TestApplication): Promise<void> {
  await someoneLike(t, 'stranger', THIRD.login, THIRD.role);
  await t.owner.query(
    `UPDATE staff_site p SET site_id = m.id FROM site m, staff s WHERE m.code = 'mihon' AND s.login = $1 AND p.staff_id = s.id`,
    [THIRD.login],
  );
}

/** While a situation lasts their organisation takes part in the site; whoever arranges the next one shares between two. */
export async function theThirdTakesPart(t: TestApplication, takesPart: boolean): Promise<void> {
  const there = `SELECT m.id, o.id FROM site m, organisation o WHERE m.code = 'mihon' AND o.code = 'bekken-city'`;
  await t.owner.query(
    takesPart
      ? `INSERT INTO site_organisation (site_id, organisation_id) ${there} ON CONFLICT DO NOTHING`
      : `DELETE FROM site_organisation WHERE (site_id, organisation_id) IN (${there})`,
  );
}
