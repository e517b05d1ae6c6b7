import { startApplication, type TestApplication } from '../../support/application.js';
import { onMonday } from '../../support/arrangements/duplicates.js';
import { aJobseeker, HANAKO } from '../../support/arrangements/jobseekers.js';

describe('PUT /api/v1/jobseekers/:id', () => {
  let t: TestApplication;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    ({ id } = await aJobseeker(t, 'caseworker', { phone: '03-0000-0001' }));
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to the auditor, 404 to those who may not know of the person', async () => {
    const edit = { ...HANAKO, version: 1 };
    expect((await t.anonymous.put(`/jobseekers/${id}`, edit)).status).toBe(401);
    expect((await (await t.as('auditor')).put(`/jobseekers/${id}`, edit)).status).toBe(403);
    for (const login of ['stranger', 'navigator'])
      expect((await (await t.as(login)).put(`/jobseekers/${id}`, edit)).status).toBe(404);
  });

  it('writes the fields anew, is found by the new name, and the audit knows what changed', async () => {
    const user = await t.as('caseworker2');
    const edit = {
      ...HANAKO,
      familyName: '改見本',
      familyKana: 'カイミホン',
      formerName: '見本',
      address: '見本市一丁目',
      version: 1,
    };
    expect((await user.put(`/jobseekers/${id}`, edit)).status).toBe(204);
    expect((await user.get('/jobseekers?q=カイミ')).body.items).toMatchObject([{ id, familyName: '改見本' }]);
    const [row] = await t.owner.query(
      `SELECT c.phone, i.version, s.login FROM jobseeker_identity i JOIN staff s ON s.id = i.updated_by JOIN jobseeker_contact c USING (jobseeker_id, org_id)
       WHERE i.jobseeker_id = $1`,
      [id],
    );
    expect(row).toEqual({ phone: null, version: 2, login: 'caseworker2' });
    const [audit] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'jobseeker.edited' AND jobseeker_id = $1`,
      [id],
    );
    // That they changed, and no more: whoever reads the audit need not be who may read the record.
    expect(audit.changes).toMatchObject({ phone: null, familyName: null });
    expect(audit.changes.givenName).toBeUndefined();
  });

  it('tells a stale edit who saved in between, and overwrites nothing', async () => {
    await (await t.as('caseworker')).put(`/jobseekers/${id}`, { ...HANAKO, address: '先の住所', version: 1 });
    const { status, body } = await (
      await t.as('caseworker2')
    ).put(`/jobseekers/${id}`, { ...HANAKO, address: '後の住所', version: 1 });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'stale_edit', conflict: { changedBy: '架空 市子', currentVersion: 2 } });
    expect(await t.owner.query('SELECT address FROM jobseeker_contact WHERE jobseeker_id = $1', [id])).toEqual([
      { address: '先の住所' },
    ]);
  });

  it('has the other side asked about a duplicate that the new name brings to light', async () => {
    await aJobseeker(t, 'navigator', { familyKana: 'カサナリ' });
    await t.owner.query(
      `UPDATE jobseeker_identity SET named_at = named_at - interval '1 hour' WHERE family_kana = 'カサナリ'`,
    );
    expect(
      (await (await t.as('caseworker')).put(`/jobseekers/${id}`, { ...HANAKO, familyKana: 'カサナリ', version: 1 }))
        .status,
    ).toBe(204);
    await onMonday(t);
    expect(
      await t.owner.query(
        `SELECT o.code FROM duplicate_question q JOIN organisation o ON o.id = q.org_id
         JOIN duplicate_suspicion d ON d.id = q.suspicion_id WHERE d.jobseeker_id = $1`,
        [id],
      ),
    ).toEqual([{ code: 'hw-mihon' }]);
  });

  it('answers 422 to a name without a reading', async () => {
    const { status, body } = await (
      await t.as('caseworker')
    ).put(`/jobseekers/${id}`, { ...HANAKO, familyKana: '見本', version: 1 });
    expect(status).toBe(422);
    expect(body.error.fields).toMatchObject([{ field: 'familyKana', code: 'not_kana' }]);
  });
});
