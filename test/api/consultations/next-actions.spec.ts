import { startApplication, type TestApplication } from '../../support/application.js';
import { aCaseWithConsents } from '../../support/arrangements/cases.js';
import { aConsultation, staffIdOf } from '../../support/arrangements/consultations.js';

const TITLES = { resume: '履歴書を直す', nursery: '保育所の申込み', walk: '見学に行く' };

describe('/api/v1/next-actions', () => {
  let t: TestApplication;
  let jobseekerId: string;
  let caseId: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ jobseekerId, caseId } = await aCaseWithConsents(t));
    const navigator = await staffIdOf(t, 'navigator');
    await aConsultation(t, 'caseworker', {
      jobseekerId,
      nextActions: [
        { title: TITLES.walk, dueOn: '2026-06-30', ownerSide: 'jobseeker' },
        { title: TITLES.nursery, dueOn: '2026-06-20', ownerSide: 'municipal' },
        { title: TITLES.resume, dueOn: '2026-06-12', ownerSide: 'national', ownerStaffId: navigator },
      ],
    });
  });
  afterAll(() => t.close());

  const open = async (login: string, query = ''): Promise<{ id: string; title: string; version: number }[]> =>
    (await (await t.as(login)).get(`/next-actions${query}`)).body.items;
  const titles = async (login: string, query = ''): Promise<string[]> =>
    (await open(login, query)).map(({ title }) => title);
  const finish = async (login: string, id: string, said: object = {}) =>
    (await t.as(login)).post(`/next-actions/${id}/end`, { state: 'done', version: 1, ...said });
  const actionOf = async (title: string) =>
    (await t.owner.query('SELECT id, state, done_on::text, version FROM next_action WHERE title = $1', [title]))[0];

  it('answers 401 to nobody, 403 to a role that consults with nobody', async () => {
    expect((await t.anonymous.get('/next-actions')).status).toBe(401);
    expect((await t.anonymous.post(`/next-actions/${caseId}/end`)).status).toBe(401);
    expect((await (await t.as('auditor')).get('/next-actions')).status).toBe(403);
    expect((await finish('auditor', (await actionOf(TITLES.walk)).id)).status).toBe(403);
  });

  it('shows a stranger nothing, by person or by case, and lets them end nothing', async () => {
    expect(await titles('stranger', `?supportCaseId=${caseId}`)).toEqual([]);
    expect(await titles('stranger', `?jobseekerId=${jobseekerId}`)).toEqual([]);
    expect((await finish('stranger', (await actionOf(TITLES.walk)).id)).status).toBe(404);
  });

  it('lists the open ones of a case and of a person by their day, for both sides', async () => {
    const all = [TITLES.resume, TITLES.nursery, TITLES.walk];
    expect(await titles('caseworker2', `?supportCaseId=${caseId}`)).toEqual(all);
    expect(await titles('navigator', `?jobseekerId=${jobseekerId}`)).toEqual(all);
  });

  it('lists what waits for me: my own, and what my side owes in a case I am on', async () => {
    expect(await titles('navigator')).toEqual([TITLES.resume]);
    expect(await titles('caseworker')).toEqual([TITLES.nursery]);
    expect(await titles('caseworker2')).toEqual([]);
    expect(await titles('navigator', '?until=2026-06-11')).toEqual([]);
  });

  it('is ended by either side, once, with its day', async () => {
    t.clock.set('2026-06-13');
    const { id } = await actionOf(TITLES.resume);
    expect((await finish('caseworker', id, { doneOn: '2026-06-12' })).status).toBe(204);
    expect(await actionOf(TITLES.resume)).toMatchObject({ state: 'done', done_on: '2026-06-12', version: 2 });
    expect(await titles('navigator')).toEqual([]);
    const [line] = await t.owner.query(
      `SELECT kind, occurred_on::text, data FROM timeline_entry WHERE subject_id = $1`,
      [id],
    );
    expect(line).toEqual({
      kind: 'next_action.finished',
      occurred_on: '2026-06-12',
      data: { state: 'done', dueOn: '2026-06-12', ownerSide: 'national' },
    });

    const stale = await finish('navigator', id, { state: 'dropped' });
    expect([stale.status, stale.body.error.conflict.changedBy]).toEqual([409, '架空 市子']);
    const again = await finish('navigator', id, { state: 'dropped', version: 2 });
    expect([again.status, again.body.error.reasons[0].code]).toEqual([409, 'next_action_ended']);
  });

  it('may be dropped, today when no day is said', async () => {
    const { id } = await actionOf(TITLES.walk);
    expect((await finish('navigator', id, { state: 'dropped' })).status).toBe(204);
    expect(await actionOf(TITLES.walk)).toMatchObject({ state: 'dropped', done_on: '2026-06-13' });
  });

  it.each([
    ['a day to come', { doneOn: '2026-06-14' }, 'doneOn', 'date_in_future'],
    ['opening it again', { state: 'open' }, 'state', 'not_one_of'],
    ['no version', { version: undefined }, 'version', 'required'],
  ])('answers 422 with the field to %s', async (_, said, field, code) => {
    const { status, body } = await finish('caseworker', (await actionOf(TITLES.nursery)).id, said);
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });
});
