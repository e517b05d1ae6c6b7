import { startApplication, type TestApplication } from '../../support/application.js';

describe('the parts of a site', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const put = async (path: string, body: object) => (await t.as('administrator')).put(`/site/${path}`, body);
  const post = async (path: string, body: object, headers = {}) =>
    (await t.as('administrator')).post(`/site/${path}`, body, headers);
  const site = async () => (await (await t.as('administrator')).get('/site')).body;
  const idIn = async (table: string, siteCode: string): Promise<number> => {
    const [row] = await t.owner.query(
      `SELECT p.id FROM ${table} p JOIN site s ON s.id = p.site_id WHERE s.code = $1 ORDER BY p.id`,
      [siteCode],
    );
    return row.id;
  };

  it.each(['agreements', 'organisations', 'desks', 'programmes', 'reasons', 'target-groups'])(
    'are added by an administrator alone: POST /api/v1/site/%s',
    async (part) => {
      expect((await t.anonymous.post(`/site/${part}`, {})).status).toBe(401);
      expect((await (await t.as('city-supervisor')).post(`/site/${part}`, {})).status).toBe(403);
    },
  );

  it.each(['agreement', 'desk', 'programme', 'reason'])('of another site are not there: %s', async (table) => {
    const body = {
      agreement: { concludedOn: '2026-01-01', parties: 'x' },
      desk: { name: 'x' },
      programme: { name: 'x' },
      reason: { name: 'x', occasions: ['left'], position: 1 },
    }[table];
    expect((await put(`${table}s/${await idIn(table, 'bekken')}`, { ...body, version: 1 })).status).toBe(404);
  });

  it('POST and PUT agreements: a renewal stands beside the first', async () => {
    const { status, body } = await post('agreements', { concludedOn: '2026-04-01', parties: '見本市長・見本労働局長' });
    expect(status).toBe(201);
    expect(
      (
        await put(`agreements/${body.id}`, {
          concludedOn: '2026-04-01',
          parties: '見本市長・見本労働局長',
          endsOn: '2029-03-31',
          version: 1,
        })
      ).status,
    ).toBe(204);
    expect(
      (await site()).agreements.map(({ concludedOn, endsOn }: Record<string, string>) => [concludedOn, endsOn]),
    ).toEqual([
      ['2026-04-01', '2029-03-31'],
      ['2024-03-15', null],
    ]);
    const refused = await put(`agreements/${body.id}`, {
      concludedOn: '2026-04-01',
      parties: 'x',
      endsOn: '2026-03-31',
      version: 2,
    });
    expect(refused.body.error.fields).toEqual([expect.objectContaining({ field: 'endsOn', code: 'end_before_start' })]);
  });

  it('PUT council: name, chair and members in one go', async () => {
    const council = {
      name: '運営協議会',
      chair: '福祉部長',
      meets: '年2回',
      members: [
        { organisationName: '見本市', post: '福祉課長' },
        { organisationName: '見本労働局', post: '職業安定課長' },
      ],
    };
    expect((await put('council', { ...council, version: 1 })).status).toBe(204);
    expect((await site()).council).toMatchObject({ ...council, version: 2 });
    expect((await put('council', { ...council, version: 1 })).status).toBe(409);
    const { body } = await put('council', { ...council, members: [{ organisationName: '見本市' }], version: 2 });
    expect(body.error.fields).toEqual([expect.objectContaining({ field: 'members.0.post', code: 'required' })]);
  });

  it('POST and PUT desks: one more, closed later', async () => {
    const first = await post('desks', { code: 'west', name: '西支所' }, { 'idempotency-key': 'west-once' });
    const second = await post('desks', { code: 'west', name: '西支所' }, { 'idempotency-key': 'west-once' });
    expect(second.body).toEqual(first.body);
    expect((await post('desks', { code: 'west', name: '別の西支所' })).body.error.fields[0].code).toBe('code_taken');
    expect((await post('desks', { code: '西', name: '西支所' })).body.error.fields[0].code).toBe('code_form');
    expect((await put(`desks/${first.body.id}`, { name: '西支所', closedOn: '2026-05-31', version: 1 })).status).toBe(
      204,
    );
    expect((await site()).desks.at(-1)).toMatchObject({ code: 'west', closedOn: '2026-05-31', version: 2 });
  });

  it('POST and PUT programmes: steps that may be passed over', async () => {
    const { body } = await post('programmes', { code: 'youth', name: '若年者支援', optionalSteps: ['candidate'] });
    expect(
      (
        await put(`programmes/${body.id}`, {
          name: '若年者支援',
          optionalSteps: ['candidate', 'requested'],
          usualCategories: ['identity', 'plan', 'benefits'],
          version: 1,
        })
      ).status,
    ).toBe(204);
    expect((await site()).programmes.at(-1)).toMatchObject({
      code: 'youth',
      optionalSteps: ['candidate', 'requested'],
      usualCategories: ['identity', 'plan', 'benefits'],
    });
    const [audit] = await t.owner.query(
      `SELECT changes FROM audit_entry WHERE action = 'programme.edited' AND subject_id = $1`,
      [String(body.id)],
    );
    expect(audit.changes).toMatchObject({ usual_categories: { from: [], to: ['identity', 'plan', 'benefits'] } });
    expect(
      (await put(`programmes/${body.id}`, { name: 'x', usualCategories: ['everything'], version: 2 })).body.error
        .fields[0],
    ).toMatchObject({ field: 'usualCategories', code: 'not_one_of' });
    expect(
      (await put(`programmes/${body.id}`, { name: 'x', optionalSteps: ['closed'], version: 2 })).body.error.fields[0],
    ).toMatchObject({ field: 'optionalSteps', code: 'not_one_of' });
  });

  it('POST and PUT reasons: those a site begins with, one more at the end, moved up and retired later', async () => {
    expect((await site()).reasons[0]).toMatchObject({
      code: 'position_filled',
      occasions: ['refused_before_application', 'document_failed', 'interview_failed'],
      retiredOn: null,
    });
    const { body } = await post('reasons', { code: 'winter-roads', name: '冬の道路', occasions: ['declined', 'left'] });
    const [before, added] = (await site()).reasons.slice(-2);
    expect(added).toMatchObject({ code: 'winter-roads', name: '冬の道路', position: before.position + 10 });
    expect(
      (
        await put(`reasons/${body.id}`, {
          name: '冬の通勤',
          occasions: ['declined'],
          position: 0,
          retiredOn: '2026-06-01',
          version: 1,
        })
      ).status,
    ).toBe(204);
    const edited = (await site()).reasons.find(({ code }: { code: string }) => code === 'winter-roads');
    expect(edited).toMatchObject({
      name: '冬の通勤',
      occasions: ['declined'],
      position: 0,
      retiredOn: '2026-06-01',
      version: 2,
    });
    expect(
      (await put(`reasons/${body.id}`, { name: 'x', occasions: ['weather'], position: 0, version: 2 })).body.error
        .fields[0],
    ).toMatchObject({ field: 'occasions', code: 'not_one_of' });
    expect((await post('reasons', { code: 'x', name: 'x', occasions: [] })).body.error.fields[0].field).toBe(
      'occasions',
    );
    expect((await post('reasons', { code: 'commute', name: 'x', occasions: ['left'] })).body.error.fields[0].code).toBe(
      'code_taken',
    );
  });

  it('POST and PUT target-groups: a new group, and those the site helps', async () => {
    expect((await post('target-groups', { code: 'seafarers', name: '離職船員' })).status).toBe(201);
    // Its name proposes what it tells of; the administrator may know better.
    expect((await post('target-groups', { code: 'recovering', name: '難病の方' })).status).toBe(201);
    expect((await post('target-groups', { code: 'clinic', name: '通院中の方', category: 'health' })).status).toBe(201);
    expect(
      (await post('target-groups', { code: 'x', name: 'x', category: 'plan' })).body.error.fields[0],
    ).toMatchObject({
      field: 'category',
      code: 'not_one_of',
    });
    expect(
      await t.owner.query(
        `SELECT code, category FROM target_group WHERE code IN ('seafarers', 'recovering', 'clinic') ORDER BY position`,
      ),
    ).toEqual([
      { code: 'seafarers', category: 'circumstances' },
      { code: 'recovering', category: 'health' },
      { code: 'clinic', category: 'health' },
    ]);
    const { version } = await site();
    expect((await put('target-groups/selection', { codes: ['seafarers', 'youth'], version })).status).toBe(204);
    expect((await site()).targetGroups.map(({ code }: { code: string }) => code)).toEqual(['youth', 'seafarers']);
    expect(
      (await put('target-groups/selection', { codes: ['nobody'], version: version + 1 })).body.error.fields[0].code,
    ).toBe('not_one_of');
    expect((await put('target-groups/selection', { codes: ['youth'], version })).status).toBe(409);
    const [{ n }] = await t.owner.query(
      `SELECT count(*)::int AS n FROM site_target_group g JOIN site s ON s.id = g.site_id WHERE s.code = 'bekken'`,
    );
    expect(n).toBeGreaterThan(10);
  });
});
