import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';

const BORN = { birthDate: '1985-03-14' };

describe('/api/v1/duplicates, the queue of the site administrator', () => {
  let t: TestApplication;
  const queue = async (login = 'administrator') => (await (await t.as(login)).get('/duplicates')).body.items;
  beforeAll(async () => {
    t = await startApplication();
    await aJobseeker(t, 'caseworker', BORN);
    await aJobseeker(t, 'navigator', BORN);
    await aJobseeker(t, 'caseworker', { familyKana: 'マモリ', protectedFrom: '2026-06-01' });
    await aJobseeker(t, 'navigator', { familyKana: 'マモリ' });
  });
  afterAll(() => t.close());

  it('answers 401 to nobody, 403 to those who record', async () => {
    expect((await t.anonymous.get('/duplicates')).status).toBe(401);
    for (const login of ['caseworker', 'navigator', 'city-supervisor', 'auditor']) expect((await (await t.as(login)).get('/duplicates')).status).toBe(403);
  });

  it('shows enough to decide, and nothing of a protected person', async () => {
    const items = await queue();
    expect(items).toMatchObject([
      {
        strength: 'strong', state: 'open',
        one: { organisationName: 'ハローワーク見本', kana: 'ミホン ハナコ', birthDate: '1985-03-14', isProtected: false },
        other: { organisationName: '見本市', kana: 'ミホン ハナコ', birthDate: '1985-03-14' },
      },
      { strength: 'possible', state: 'open', other: { organisationName: '見本市', isProtected: true, kana: null, birthDate: null } },
    ]);
    expect(JSON.stringify(items)).not.toContain('見本 花子');
  });

  it('records the decision once, with its reason', async () => {
    const [{ id }] = await queue();
    const user = await t.as('administrator');
    const decide = (payload: object) => user.post(`/duplicates/${id}/decision`, payload);
    expect((await decide({ state: 'same_person' })).body.error.fields).toMatchObject([{ field: 'note', code: 'required' }]);
    expect((await decide({ state: 'maybe', note: '不明' })).body.error.fields).toMatchObject([{ field: 'state', code: 'not_one_of' }]);
    expect((await decide({ state: 'same_person', note: '両機関に確認' })).status).toBe(204);
    expect((await decide({ state: 'different', note: 'やはり別人' })).body.error.reasons).toMatchObject([{ code: 'duplicate_decided' }]);
    expect((await queue()).at(-1)).toMatchObject({ id, state: 'same_person', note: '両機関に確認', decidedBy: '架空 管' });
    expect(await t.owner.query(`SELECT changes FROM audit_entry WHERE action = 'duplicate.decided'`)).toEqual([{ changes: { state: { from: 'open', to: 'same_person' } } }]);
  });

  it('answers 404 to a suspicion that is not there', async () => {
    const { status } = await (await t.as('administrator')).post('/duplicates/01900000-0000-7000-8000-000000000000/decision', { state: 'different', note: '別人' });
    expect(status).toBe(404);
  });
});
