import { startApplication, type TestApplication } from '../../support/application.js';
import { aCase, takeStep } from '../../support/arrangements/cases.js';
import { PageUser, dateBoxes } from '../../support/pages.js';

/** 窓口の閉所: a desk does not close above the cases at it. */
describe('PUT /api/v1/site/desks/:id', () => {
  let t: TestApplication;
  let north: number;
  let main: number;
  beforeEach(async () => {
    t = await startApplication();
    const desks = await t.owner.query(
      `SELECT d.id, d.code FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'mihon'`,
    );
    const idOf = (wanted: string): number => desks.find(({ code }: { code: string }) => code === wanted).id;
    [north, main] = [idOf('north'), idOf('main')];
  });
  afterEach(() => t.close());

  const close = async (more: object = {}) =>
    (await t.as('administrator')).put(`/site/desks/${north}`, {
      name: '北支所',
      closedOn: '2026-06-30',
      version: 1,
      ...more,
    });
  const deskOf = async (caseId: string): Promise<number | null> =>
    (await t.owner.query('SELECT desk_id FROM support_case WHERE id = $1', [caseId]))[0].desk_id;

  it('is the administrator’s', async () => {
    expect((await t.anonymous.put(`/site/desks/${north}`, {})).status).toBe(401);
    expect((await (await t.as('caseworker')).put(`/site/desks/${north}`, {})).status).toBe(403);
  });

  it('asks where the running cases go, and leaves the desk open until it is said', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker', { deskId: north });
    const closed = await aCase(t, 'caseworker', { deskId: north });
    await takeStep(t, 'caseworker', closed.caseId, 'close', { closeReason: 'moved' });
    await t.owner.query(`UPDATE jobseeker SET protected_until = '2027-06-09' WHERE id = $1`, [jobseekerId]);

    const { status, body } = await close();
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([
      expect.objectContaining({
        field: 'moveCasesTo',
        code: 'desk_has_open_cases',
        message: expect.stringContaining('1件'),
      }),
    ]);
    expect(await deskOf(caseId)).toBe(north);
    expect((await t.owner.query('SELECT closed_on FROM desk WHERE id = $1', [north]))[0].closed_on).toBeNull();
  });

  it('moves them to another desk, with a line on each timeline; those that have ended stay', async () => {
    const { caseId } = await aCase(t, 'caseworker', { deskId: north });
    const closed = await aCase(t, 'caseworker', { deskId: north });
    await takeStep(t, 'caseworker', closed.caseId, 'close', { closeReason: 'moved' });
    expect((await close({ moveCasesTo: main })).status).toBe(204);
    expect([await deskOf(caseId), await deskOf(closed.caseId)]).toEqual([main, north]);
    const lines = (await (await t.as('caseworker')).get(`/cases/${caseId}/timeline`)).body.items;
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'case.changed', data: { deskId: main, teamSupportSince: null } }),
    );
  });

  it('moves them to none', async () => {
    const { caseId } = await aCase(t, 'caseworker', { deskId: north });
    expect((await close({ moveCasesTo: 0 })).status).toBe(204);
    expect(await deskOf(caseId)).toBeNull();
  });

  it('takes neither itself nor a desk of another site', async () => {
    await aCase(t, 'caseworker', { deskId: north });
    const [elsewhere] = await t.owner.query(
      `SELECT d.id FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'bekken'`,
    );
    for (const moveCasesTo of [north, elsewhere.id])
      expect((await close({ moveCasesTo })).body.error.fields).toEqual([
        expect.objectContaining({ field: 'moveCasesTo', code: 'not_one_of' }),
      ]);
  });

  it('lists the cases on the form, which keeps what was typed', async () => {
    await aCase(t, 'caseworker', { deskId: north });
    const administrator = await PageUser.signedIn(t, 'administrator');
    const href = `/site/desks/${north}`;
    expect((await administrator.get(`${href}/edit`)).html).toContain('この窓口の継続中の支援ケース 1件');
    const typed = { name: '北支所（閉所予定）', ...dateBoxes('closedOn', '2026-06-30') };
    const refused = await administrator.submit(`${href}/edit`, href, typed);
    for (const shown of ['移し先を選択してください', '北支所（閉所予定）']) expect(refused.html).toContain(shown);
    const saved = await administrator.submit(`${href}/edit`, href, { ...typed, moveCasesTo: String(main) });
    expect(saved.location).toBe('/site?flash=saved');
  });
});
