import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';

const EDITED = { name: '架空 市子', nameKana: 'カクウ イチコ', title: '査察指導員', role: 'supervisor', version: 1 };

describe('PUT /api/v1/staff/:id', () => {
  let t: TestApplication;
  let caseworker: string;
  beforeAll(async () => {
    t = await startApplication();
    caseworker = await staffIdOf(t, 'caseworker');
  });
  afterAll(() => t.close());

  it('answers 401 to nobody and 403 to a supervisor', async () => {
    expect((await t.anonymous.put(`/staff/${caseworker}`, EDITED)).status).toBe(401);
    expect((await (await t.as('city-supervisor')).put(`/staff/${caseworker}`, EDITED)).status).toBe(403);
  });

  it.each(['navigator', 'stranger'])('knows no %s: another organisation manages them', async (login) => {
    const id = await staffIdOf(t, login);
    expect((await (await t.as('administrator')).put(`/staff/${id}`, EDITED)).status).toBe(404);
    expect((await (await t.as('administrator')).get(`/staff/${id}`)).status).toBe(404);
  });

  it('changes title and role, and audits what was before', async () => {
    expect((await (await t.as('administrator')).put(`/staff/${caseworker}`, EDITED)).status).toBe(204);
    const [row] = await t.owner.query(`SELECT role, title, version FROM staff WHERE id = $1`, [caseworker]);
    expect(row).toEqual({ role: 'supervisor', title: '査察指導員', version: 2 });
    const [audit] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'staff.edited' AND subject_id = $1`,
      [caseworker],
    );
    expect(audit.changes).toEqual({
      title: { from: 'ケースワーカー', to: '査察指導員' },
      role: { from: 'case_staff', to: 'supervisor' },
    });
  });

  it('is in force with the next request of a session that is open', async () => {
    const id = await staffIdOf(t, 'caseworker2');
    const user = await t.as('caseworker2');
    await (
      await t.as('administrator')
    ).put(`/staff/${id}`, { ...EDITED, name: '架空 福男', nameKana: 'カクウ フクオ', role: 'auditor' });
    expect((await user.get('/me')).body.role).toBe('auditor');
  });

  it('tells a stale edit who was faster', async () => {
    const { status, body } = await (await t.as('administrator')).put(`/staff/${caseworker}`, EDITED);
    expect(status).toBe(409);
    expect(body.error.conflict).toMatchObject({ changedBy: '架空 管', currentVersion: 2 });
  });

  it('lets nobody change their own role', async () => {
    const self = await staffIdOf(t, 'administrator');
    const { body } = await (await t.as('administrator')).put(`/staff/${self}`, { ...EDITED, role: 'case_staff' });
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'role', code: 'own_role' })]);
  });

  it('keeps the desk of yesterday when somebody moves to another', async () => {
    const id = await staffIdOf(t, 'city-supervisor');
    const [{ id: desk }] = await t.owner.query(
      `SELECT d.id FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'mihon' AND d.code = 'north'`,
    );
    await (await t.as('administrator')).put(`/staff/${id}`, { ...EDITED, deskId: desk });
    const stretches = await t.owner.query(
      'SELECT desk_id, starts_on::text, ends_on::text FROM staff_site WHERE staff_id = $1 ORDER BY starts_on',
      [id],
    );
    expect(stretches).toEqual([
      { desk_id: null, starts_on: '2024-04-01', ends_on: '2026-06-10' },
      { desk_id: desk, starts_on: '2026-06-10', ends_on: null },
    ]);
    expect((await (await t.as('city-supervisor')).get('/me')).body.deskId).toBe(desk);
  });
});
