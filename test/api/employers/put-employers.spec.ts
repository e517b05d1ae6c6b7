import { startApplication, type TestApplication } from '../../support/application.js';
import { anEmployer } from '../../support/arrangements/placements.js';

const REVISED = { name: '例示運送', nameKana: 'レイジウンソウ', note: '担当者は午前中のみ', version: 1 };

describe('PUT /api/v1/employers/:id', () => {
  let t: TestApplication;
  let id: string;
  beforeAll(async () => {
    t = await startApplication();
    id = await anEmployer(t, { name: '例示運輸', nameKana: 'レイジウンユ' });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to the auditor, 404 to another site', async () => {
    expect((await t.anonymous.put(`/employers/${id}`, REVISED)).status).toBe(401);
    expect((await (await t.as('auditor')).put(`/employers/${id}`, REVISED)).status).toBe(403);
    expect((await (await t.as('stranger')).put(`/employers/${id}`, REVISED)).status).toBe(404);
  });

  it('saves for either side and is found under its new name', async () => {
    const user = await t.as('caseworker');
    expect((await user.put(`/employers/${id}`, REVISED)).status).toBe(204);
    expect((await user.get('/employers?q=運送')).body.items).toEqual([
      expect.objectContaining({ id, name: '例示運送' }),
    ]);
  });

  it('tells who changed it to an edit that comes too late', async () => {
    const { status, body } = await (
      await t.as('navigator')
    ).put(`/employers/${id}`, { ...REVISED, note: '遅れた変更' });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'stale_edit', conflict: { changedBy: '架空 市子', currentVersion: 2 } });
  });
});
