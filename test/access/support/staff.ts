import type { Role, Side } from '#access';
import type { TestApplication } from '../../support/application.js';

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

/** A member of staff of the same organisation and site as `model`, with the same password. */
export async function someoneLike(t: TestApplication, model: string, login: string, role: Role): Promise<void> {
  await t.owner.query(
    `WITH model AS (SELECT * FROM staff WHERE login = $1),
       made AS (INSERT INTO staff (id, organisation_id, login, name, name_kana, title, role, employed_from)
         SELECT gen_random_uuid(), organisation_id, $2, '架空 ' || $2, 'カクウ', title, $3, employed_from FROM model RETURNING id),
       works AS (INSERT INTO staff_site (staff_id, site_id, starts_on) SELECT made.id, ss.site_id, ss.starts_on FROM made, staff_site ss JOIN model ON ss.staff_id = model.id)
     INSERT INTO credential (staff_id, password_hash) SELECT made.id, c.password_hash FROM made, credential c JOIN model ON c.staff_id = model.id`,
    [model, login, role],
  );
}
