import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, withSharingConsent } from '../../support/arrangements/jobseekers.js';

describe('what is dated about a person: /api/v1/jobseekers/:id/groups, wishes, benefits', () => {
  let t: TestApplication;
  let id: string;
  const post = async (login: string, path: string, payload: object) =>
    (await t.as(login)).post(`/jobseekers/${id}/${path}`, payload);
  const file = async (login = 'caseworker') => (await (await t.as(login)).get(`/jobseekers/${id}`)).body;
  beforeAll(async () => {
    t = await startApplication();
  });
  beforeEach(async () => {
    ({ id } = await aJobseeker(t, 'caseworker', { groups: ['needy'] }));
  });
  afterAll(() => t.close());

  const GROUP = { groupCode: 'disabled', startsOn: '2026-06-01' };
  const WISH = {
    recordedOn: '2026-06-01',
    occupations: ['事務', '販売'],
    weeklyHoursMin: 20,
    weeklyHoursMax: 30,
    daysAndTimes: '平日の日中',
  };
  const BENEFIT = { name: '住居確保給付金', startsOn: '2026-04-01', endsOn: '2026-06-30' };

  it.each([
    ['groups', GROUP],
    ['wishes', WISH],
    ['benefits', BENEFIT],
  ])('%s: 401 to nobody, 403 to the auditor, 404 to the stranger', async (path, payload) => {
    expect((await t.anonymous.post(`/jobseekers/${id}/${path}`, payload)).status).toBe(401);
    expect((await post('auditor', path, payload)).status).toBe(403);
    for (const login of ['stranger', 'navigator']) expect((await post(login, path, payload)).status).toBe(404);
  });

  it('a person joins a group and leaves it; the row stays', async () => {
    const { body } = await post('caseworker', 'groups', GROUP);
    expect((await post('caseworker', `groups/${body.id}/end`, { endsOn: '2026-06-10' })).status).toBe(204);
    expect((await file()).groups).toEqual([
      { id: body.id, groupCode: 'disabled', startsOn: '2026-06-01', endsOn: '2026-06-10' },
      expect.objectContaining({ groupCode: 'needy', startsOn: '2026-06-10', endsOn: null }),
    ]);
    const again = await post('caseworker', `groups/${body.id}/end`, { endsOn: '2026-06-09' });
    expect(again.body.error).toMatchObject({ code: 'blocked', reasons: [{ code: 'membership_ended' }] });
  });

  it.each([
    ['a group held already', { groupCode: 'needy', startsOn: '2026-06-10' }, 'startsOn', 'membership_overlaps'],
    ['a group the site has not', { ...GROUP, groupCode: 'nobody' }, 'groupCode', 'not_one_of'],
    ['a day to come', { ...GROUP, startsOn: '2026-06-11' }, 'startsOn', 'date_in_future'],
  ])('groups: 422 to %s', async (_, payload, field, code) => {
    const { status, body } = await post('caseworker', 'groups', payload);
    expect([status, body.error.fields]).toMatchObject([422, [{ field, code }]]);
  });

  it('a changed wish is a new row that says why', async () => {
    // What nobody sees in a text of a list is not kept, and breaks nothing.
    await post('caseworker', 'wishes', { ...WISH, occupations: ['事務\u0000', ' 販売\u200b', '\u0007'] });
    const changed = { ...WISH, recordedOn: '2026-06-10', occupations: ['介護'] };
    expect((await post('caseworker', 'wishes', changed)).body.error.fields).toMatchObject([
      { field: 'reasonForChange', code: 'required' },
    ]);
    expect((await post('caseworker', 'wishes', { ...changed, reasonForChange: '研修を受けて' })).status).toBe(201);
    expect((await file()).wishes).toMatchObject([
      { occupations: ['事務', '販売'], reasonForChange: null },
      { occupations: ['介護'], weeklyHoursMin: 20, reasonForChange: '研修を受けて' },
    ]);
    const lines = await t.owner.query(
      `SELECT kind, data FROM timeline_entry WHERE jobseeker_id = $1 AND kind LIKE 'wish.%' ORDER BY recorded_at, id`,
      [id],
    );
    expect(lines).toEqual([
      { kind: 'wish.recorded', data: { changed: [] } },
      { kind: 'wish.changed', data: { changed: ['occupations'] } },
    ]);
    const repeated = await post('caseworker', 'wishes', { ...changed, reasonForChange: '同じ' });
    expect(repeated.body.error.reasons).toMatchObject([{ code: 'wish_unchanged' }]);
  });

  it.each([
    ['neither occupation nor undecided', { ...WISH, occupations: [] }, 'occupations', 'occupation_or_undecided'],
    ['hours the wrong way round', { ...WISH, weeklyHoursMax: 10 }, 'weeklyHoursMax', 'hours_reversed'],
    ['a day to come', { ...WISH, recordedOn: '2026-06-11' }, 'recordedOn', 'date_in_future'],
  ])('wishes: 422 to %s', async (_, payload, field, code) => {
    const { status, body } = await post('caseworker', 'wishes', payload);
    expect([status, body.error.fields]).toMatchObject([422, [{ field, code }]]);
  });

  it('a benefit has an end that can be moved by the organisation that wrote it down', async () => {
    const { body } = await post('caseworker', 'benefits', BENEFIT);
    await withSharingConsent(t, 'caseworker', id);
    const end = async (login: string, payload: object) =>
      (await t.as(login)).put(`/jobseekers/${id}/benefits/${body.id}/end`, payload);
    expect((await end('navigator', { endsOn: '2026-09-30', version: 1 })).body.error.reasons).toMatchObject([
      { code: 'benefit_of_other_organisation' },
    ]);
    expect((await end('caseworker', { endsOn: '2026-03-31', version: 1 })).body.error.fields).toMatchObject([
      { field: 'endsOn', code: 'end_before_start' },
    ]);
    expect((await end('caseworker', { endsOn: '2026-09-30', version: 1 })).status).toBe(204);
    expect((await end('caseworker2', { endsOn: '2026-12-31', version: 1 })).body.error).toMatchObject({
      code: 'stale_edit',
      conflict: { changedBy: '架空 市子' },
    });
    expect((await file('navigator')).benefits).toMatchObject([{ name: '住居確保給付金', endsOn: '2026-09-30' }]);
  });

  it('benefits: 422 without a name', async () => {
    const { status, body } = await post('caseworker', 'benefits', { ...BENEFIT, name: '' });
    expect([status, body.error.fields]).toMatchObject([422, [{ field: 'name', code: 'required' }]]);
  });
});
