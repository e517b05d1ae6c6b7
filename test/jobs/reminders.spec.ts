import { v7 as uuid } from 'uuid';
import { RemindersJob } from '../../src/notifications/index.js';
import { startApplication, type TestApplication } from '../support/application.js';

describe('reminders of what is due', () => {
  let t: TestApplication;
  let caseworker: string;
  const person = uuid();
  beforeAll(async () => {
    t = await startApplication();
    const [staff] = await t.owner.query(
      `SELECT s.id, s.organisation_id, ss.site_id FROM staff s JOIN staff_site ss ON ss.staff_id = s.id WHERE login = 'caseworker'`,
    );
    caseworker = staff.id;
    await t.owner.query(
      `INSERT INTO jobseeker (id, site_id, org_id, number, registered_on) VALUES ($1, $2, $3, 'J1', '2026-05-01')`,
      [person, staff.site_id, staff.organisation_id],
    );
    await t.owner.query(
      `INSERT INTO jobseeker_identity (site_id, org_id, jobseeker_id, basis, family_name, given_name, family_kana, given_kana, kana_key)
       VALUES ($1, $2, $3, 'registered', '見本', '花子', 'ミホン', 'ハナコ', 'ミホンハナコ')`,
      [staff.site_id, staff.organisation_id, person],
    );
    for (const [title, due] of [
      ['電話する', '2026-06-09'],
      ['書類を見る', '2026-06-10'],
      ['先の話', '2026-06-11'],
    ]) {
      await t.owner.query(
        `INSERT INTO next_action (id, site_id, org_id, jobseeker_id, title, due_on, owner_side, owner_staff_id)
          VALUES ($1, $2, $3, $4, $5, $6, 'municipal', $7)`,
        [uuid(), staff.site_id, staff.organisation_id, person, title, due, caseworker],
      );
    }
  });
  afterAll(() => t.close());

  interface Line {
    readonly name: string;
    readonly notices: readonly { readonly dueOn: string }[];
  }
  /** One line a person: what is due of it, each with the name. */
  const inbox = async (): Promise<{ dueOn: string; name: string }[]> => {
    const lines: Line[] = (await (await t.as('caseworker')).get('/notifications')).body.items;
    expect(lines).toHaveLength(1);
    return lines.flatMap(({ name, notices }) => notices.map(({ dueOn }) => ({ dueOn, name })));
  };

  it('reach the owner for what is due today or overdue, with the name as the owner may see it', async () => {
    await t.app.get(RemindersJob).remindEverywhere();
    expect(await inbox()).toEqual(
      expect.arrayContaining([
        { dueOn: '2026-06-09', name: '見本 花子' },
        { dueOn: '2026-06-10', name: '見本 花子' },
      ]),
    );
    expect(await inbox()).toHaveLength(2);
  });

  it('are sent once, however often the job runs and however many workers run it', async () => {
    await Promise.all([1, 2, 3].map(() => t.app.get(RemindersJob).remindEverywhere()));
    expect(await inbox()).toHaveLength(2);
  });

  it('come again when the due date moved', async () => {
    await t.owner.query(`UPDATE next_action SET due_on = '2026-06-08' WHERE title = '電話する'`);
    await t.app.get(RemindersJob).remindEverywhere();
    expect(await inbox()).toHaveLength(3);
  });

  it('reach nobody else, and can be marked as read by the owner alone', async () => {
    expect((await (await t.as('caseworker2')).get('/notifications')).body.items).toEqual([]);
    const [first] = (await (await t.as('caseworker')).get('/notifications')).body.items;
    expect((await (await t.as('caseworker2')).post(`/notifications/${first.id}/read`)).status).toBe(404);
    expect((await (await t.as('caseworker')).post(`/notifications/${first.id}/read`)).status).toBe(204);
  });
});
