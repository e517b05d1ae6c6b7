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
