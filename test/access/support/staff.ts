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

/** Those whom the sites of the specs do not have yet, made like somebody they have. */
export async function theOtherRoles(t: TestApplication): Promise<void> {
  await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
  await someoneLike(t, 'navigator', 'hw-auditor', 'auditor');
  await someoneLike(t, 'stranger', 'stranger-administrator', 'site_administrator');
  await someoneLike(t, 'stranger', 'stranger-auditor', 'auditor');
}
