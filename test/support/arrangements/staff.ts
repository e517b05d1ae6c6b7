import type { Role } from '#access';
import type { TestApplication } from '../application.js';

/** Id of the staff member with this login. */
export async function staffIdOf(t: TestApplication, login: string): Promise<string> {
  const [row] = await t.owner.query('SELECT id FROM staff WHERE login = $1', [login]);
  return row.id;
}

/** A new staff member as an administrator fills them in. */
export const KAZUKO = {
  login: 'kazuko',
  name: '架空 和子',
  nameKana: 'かくう かずこ',
  title: '就労支援員',
  role: 'case_staff',
  password: 'kari-no-kotoba',
};

/** A member of staff of the same organisation and site as `model`, with the same password. */
export async function someoneLike(t: TestApplication, model: string, login: string, role: Role): Promise<void> {
  await t.owner.query(
    `WITH model AS (SELECT * FROM staff WHERE login = $1),
       made AS (INSERT INTO staff (id, organisation_id, login, name, name_kana, title, role, employed_from)
         SELECT gen_random_uuid(), organisation_id, $2, '架空 ' || $2, 'カクウ', title, $3, employed_from FROM model RETURNING id),
       works AS (INSERT INTO staff_site (staff_id, site_id, starts_on) SELECT made.id, ss.site_id, ss.starts_on FROM made, staff_site ss
         JOIN model ON ss.staff_id = model.id)
     INSERT INTO credential (staff_id, password_hash) SELECT made.id, c.password_hash FROM made, credential c JOIN model ON c.staff_id = model.id`,
    [model, login, role],
  );
}
