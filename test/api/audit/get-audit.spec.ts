import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, HANAKO } from '../../support/arrangements/jobseekers.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PASSWORD } from '../../support/sites.js';

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly staffName: string;
  readonly personNumber: string | null;
}

describe('GET /api/v1/audit', () => {
  let t: TestApplication;
  let number: string;
  beforeAll(async () => {
    t = await startApplication();
    ({ number } = await aJobseeker(t, 'caseworker'));
    await aJobseeker(t, 'navigator');
    await (await t.as('caseworker2')).post('/visits', { visitedOn: '2026-06-10', quantity: 2 });
  });
  afterAll(() => t.close());

  const find = async (query: string): Promise<Entry[]> =>
    (await (await t.as('auditor')).get(`/audit?limit=200&${query}`)).body.items;

  it('answers 401 to nobody', async () => {
    expect((await t.anonymous.get('/audit')).status).toBe(401);
  });

  it.each(['caseworker', 'hw-supervisor', 'administrator', 'stranger'])('answers 403 to %s', async (login) => {
    expect((await (await t.as(login)).get('/audit')).status).toBe(403);
  });

  it('tells which fields of a person changed, never what stood in them', async () => {
    const { id } = await aJobseeker(t, 'caseworker', { phone: '000-1111-2222' });
    const user = await t.as('caseworker');
    const edited = await user.put(`/jobseekers/${id}`, { ...HANAKO, phone: '000-3333-4444', version: 1 });
    expect(edited.status).toBeLessThan(300);
    const [entry] = (await (await t.as('auditor')).get('/audit?limit=1&action=jobseeker.edited')).body.items;
    expect(entry.changes).toMatchObject({ phone: null });
    for (const digits of ['1111-2222', '3333-4444']) expect(JSON.stringify(entry)).not.toContain(digits);
  });

  it("tells who did what, newest first, of the auditor's own organisation alone", async () => {
    const entries = await find('');
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['jobseeker.registered', 'visit.recorded', 'session.opened']),
    );
    const names = new Set(entries.map(({ staffName }) => staffName));
    expect([...names].sort()).toEqual(expect.arrayContaining(['架空 市子', '架空 福男']));
    expect([...names].filter((name) => name.startsWith('例示'))).toEqual([]);
  });

  it('finds by day, staff, action and person', async () => {
    const caseworker = await staffIdOf(t, 'caseworker');
    expect(await find('to=2026-06-09')).toEqual([]);
    expect((await find('from=2026-06-10&to=2026-06-10&action=visit')).map(({ action }) => action)).toEqual([
      'visit.recorded',
    ]);
    expect(new Set((await find(`staffId=${caseworker}`)).map(({ staffName }) => staffName))).toEqual(
      new Set(['架空 市子']),
    );
    expect((await find(`personNumber=${number}`)).map(({ personNumber }) => personNumber)).toEqual([number]);
    expect(await find('personNumber=nobody')).toEqual([]);
  });

  it('keeps signing in and out, failures and lock-outs', async () => {
    const session = await t.anonymous.post('/sessions', { login: 'city-supervisor', password: PASSWORD });
    await t.app.inject({
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      headers: { authorization: `Bearer ${session.body.token}` },
    });
    for (let failure = 0; failure < 5; failure += 1)
      await t.anonymous.post('/sessions', { login: 'city-supervisor', password: 'not-my-password' });
    const actions = (await find(`staffId=${await staffIdOf(t, 'city-supervisor')}&action=session`))
      .map(({ action }) => action)
      .sort();
    expect(actions).toEqual([
      'session.closed',
      'session.locked_out',
      'session.opened',
      'session.refused',
      'session.refused',
      'session.refused',
      'session.refused',
    ]);
  });

  it('goes on where the page before ended', async () => {
    const all = await find('');
    const paged: Entry[] = [];
    let next: string | undefined;
    do {
      const { body } = await (
        await t.as('auditor')
      ).get(`/audit?limit=2${next === undefined ? '' : `&after=${encodeURIComponent(next)}`}`);
      paged.push(...body.items);
      next = body.next;
    } while (next !== undefined);
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it.each([
    ['a range the wrong way round', 'from=2026-06-10&to=2026-06-09', 'to', 'end_before_start'],
    ['a day that is none', 'from=2026-02-30', 'from', 'not_a_date'],
    ['a place from elsewhere', 'after=here', 'after', 'cursor_of_another_list'],
    ['a thousand at once', 'limit=1000', 'limit', 'out_of_range'],
  ])('answers 422 with the field to %s', async (_, query, field, code) => {
    const { status, body } = await (await t.as('auditor')).get(`/audit?${query}`);
    expect(status).toBe(422);
    expect(body.error.fields).toEqual([expect.objectContaining({ field, code })]);
  });
});
