import { type ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { aMachine, aMachineAccount } from '../../support/arrangements/machines.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';

describe('/api/v1/machine-accounts', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const administrator = (): Promise<ApiUser> => t.as('administrator');
  const add = async (owner: string, more: object = {}) =>
    (await administrator()).post('/machine-accounts', {
      ...{ name: '庁内ポータル', scopes: ['read_figures'], endsOn: '2026-12-01', ownerId: await staffIdOf(t, owner) },
      ...more,
    });
  const account = async (id: string) =>
    (await (await administrator()).get('/machine-accounts')).body.items.find((one: { id: string }) => one.id === id);

  it("is the administrator's: 401, 403, and nothing of another site", async () => {
    const id = await aMachineAccount(t);
    for (const [method, path] of [
      ['get', ''],
      ['post', ''],
      ['post', `/${id}/owner`],
      ['post', `/${id}/end`],
    ] as const) {
      expect((await t.anonymous[method](`/machine-accounts${path}`)).status).toBe(401);
      expect((await (await t.as('city-supervisor'))[method](`/machine-accounts${path}`)).status).toBe(403);
    }
    expect((await account(id)).askedName).toBe('架空 市子');
  });

  it('POST asks the owner and makes no token: nobody acts as a colleague', async () => {
    const { status, body } = await add('city-supervisor');
    expect([status, Object.keys(body)]).toEqual([201, ['id']]);
    expect(await account(body.id)).toMatchObject({
      name: '庁内ポータル',
      scopes: ['read_figures'],
      ownerId: null,
      askedName: '架空 査子',
      tokenIssuedAt: null,
    });
    expect(await toldTo(t, 'city-supervisor')).toEqual(['machine_owner_asked']);
    const own = await (
      await administrator()
    ).post(`/account/machine-accounts/${body.id}/token`, {
      currentPassword: 'x',
    });
    expect(own.status).toBe(404);
    expect((await (await administrator()).post(`/account/machine-accounts/${body.id}/acceptance`)).status).toBe(404);
  });

  it.each([
    ['somebody of the other side', 'navigator', {}, 'ownerId', 'not_one_of'],
    ['a stranger', 'stranger', {}, 'ownerId', 'not_one_of'],
    ['an owner who may not read cases', 'administrator', { scopes: ['read_cases'] }, 'ownerId', 'owner_lacks_scope'],
    ['no name', 'caseworker', { name: '' }, 'name', 'required'],
    ['no scope', 'caseworker', { scopes: [] }, 'scopes', 'choose_one'],
    ['an unknown scope', 'caseworker', { scopes: ['everything'] }, 'scopes', 'not_one_of'],
    ['more than a year', 'caseworker', { endsOn: '2027-06-11' }, 'endsOn', 'machine_end'],
    ['an end today', 'caseworker', { endsOn: '2026-06-10' }, 'endsOn', 'machine_end'],
  ])('answers 422 to %s', async (_, owner, more, field, code) => {
    const { status, body } = await add(owner, more);
    expect([status, body.error.fields]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('POST :id/owner asks another, who takes the machine over with the token it has', async () => {
    const { id, machine } = await aMachine(t, { owner: 'caseworker' });
    const asked = (login: string) => async () =>
      (await administrator()).post(`/machine-accounts/${id}/owner`, { ownerId: await staffIdOf(t, login) });
    expect((await asked('caseworker')()).body.error.reasons[0].code).toBe('machine_owner_already');
    expect((await asked('caseworker2')()).status).toBe(204);
    expect((await asked('caseworker2')()).body.error.reasons[0].code).toBe('machine_owner_asked_already');
    expect(await account(id)).toMatchObject({ ownerName: '架空 市子', askedName: '架空 福男' });
    expect((await (await t.as('caseworker2')).post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(204);
    expect(await account(id)).toMatchObject({ ownerName: '架空 福男', askedName: null });
    expect((await machine.get('/site')).status).toBe(200);
    expect(await toldTo(t, 'caseworker')).toContain('machine_owner_changed');
    const own = (await (await t.as('caseworker')).get('/account/machine-accounts')).body.items;
    expect(own.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  it('a mistake is undone by asking another: whoever was asked before accepts no more', async () => {
    const id = await aMachineAccount(t, { owner: 'caseworker2' });
    const ownerId = await staffIdOf(t, 'city-supervisor');
    expect((await (await administrator()).post(`/machine-accounts/${id}/owner`, { ownerId })).status).toBe(204);
    expect((await (await t.as('caseworker2')).post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(404);
  });

  it('POST :id/end ends account and token at once and for good, and tells the owner', async () => {
    const { id, machine } = await aMachine(t, { owner: 'city-supervisor' });
    expect((await (await administrator()).post(`/machine-accounts/${id}/end`)).status).toBe(204);
    expect((await machine.get('/site')).status).toBe(401);
    expect((await (await administrator()).post(`/machine-accounts/${id}/end`)).status).toBe(404);
    expect(await account(id)).toMatchObject({ endReason: 'ended' });
    expect(await toldTo(t, 'city-supervisor')).toContain('machine_ended');
    const audited: { action: string }[] = await t.owner.query(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, action',
      [id],
    );
    expect(audited.map(({ action }) => action).sort()).toEqual(
      ['accepted', 'added', 'ended', 'token_issued'].map((act) => `machine_account.${act}`),
    );
  });

  it("is none of another organisation's", async () => {
    const id = await aMachineAccount(t);
    await t.owner.query(
      `UPDATE staff SET organisation_id = (SELECT id FROM organisation WHERE code = 'hw-mihon') WHERE login = 'administrator'`,
    );
    try {
      expect(await account(id)).toBeUndefined();
      expect((await (await administrator()).post(`/machine-accounts/${id}/end`)).status).toBe(404);
    } finally {
      await t.owner.query(
        `UPDATE staff SET organisation_id = (SELECT id FROM organisation WHERE code = 'mihon-city') WHERE login = 'administrator'`,
      );
    }
  });
});
