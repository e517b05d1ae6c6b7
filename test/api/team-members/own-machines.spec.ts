import { MachineAccountsJob } from '../../../src/team-members/machine-accounts/machine-accounts.job.js';
import { JobHandlers } from '../../../src/platform/queue/index.js';
import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { aYearlyPlan } from '../../support/arrangements/figures.js';
import { aMachine, aMachineAccount } from '../../support/arrangements/machines.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { toldTo } from '../../support/arrangements/told.js';
import { PASSWORD } from '../../support/sites.js';

/** What every scope opens. */
const SITE = '/site';
const FIGURES = '/figures?month=2026-06';

describe('/api/v1/account/machine-accounts', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    for (const login of ['owner', 'successor', 'owner2', 'owner3', 'owner4'])
      await someoneLike(t, 'caseworker2', login, 'case_staff');
    await someoneLike(t, 'caseworker2', 'supervisor2', 'supervisor');
  });
  afterAll(() => t.close());

  const leave = async (login: string, scope: 'organisation' | 'site', leavesOn: string) => {
    const id = await staffIdOf(t, login);
    const [{ version }] = await t.owner.query('SELECT version FROM staff WHERE id = $1', [id]);
    return (await t.as('administrator')).post(`/staff/${id}/departure`, { scope, leavesOn, toQueue: true, version });
  };
  const runJob = (): Promise<void> => t.app.get(JobHandlers).handle(MachineAccountsJob.topic, {}, '');

  it('is for whoever was asked: 401, and 404 for everybody else', async () => {
    const id = await aMachineAccount(t, { owner: 'owner' });
    for (const [method, path] of [
      ['get', ''],
      ['post', `/${id}/acceptance`],
      ['post', `/${id}/token`],
    ] as const)
      expect((await t.anonymous[method](`/account/machine-accounts${path}`)).status).toBe(401);
    const body = { currentPassword: PASSWORD };
    for (const login of ['caseworker', 'administrator', 'navigator', 'stranger']) {
      const user = await t.as(login);
      expect((await user.get('/account/machine-accounts')).body.items).toEqual([]);
      expect((await user.post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(404);
      expect((await user.post(`/account/machine-accounts/${id}/token`, body)).status).toBe(404);
    }
  });

  it('first accepts, then makes the token, by the password; the next one ends the one before', async () => {
    const id = await aMachineAccount(t, { owner: 'owner' });
    const owner = await t.as('owner');
    const issue = (currentPassword = PASSWORD) =>
      owner.post(`/account/machine-accounts/${id}/token`, { currentPassword });
    expect((await issue()).body.error.reasons[0].code).toBe('machine_owner_not_accepted');
    expect((await owner.post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(204);
    expect((await owner.post(`/account/machine-accounts/${id}/acceptance`)).body.error.reasons[0].code).toBe(
      'machine_owner_not_asked',
    );
    expect((await issue('not-my-password')).body.error.fields[0].code).toBe('wrong_password');
    const first = new ApiUser(t.app, (await issue()).body.token);
    expect((await first.get(SITE)).status).toBe(200);
    const second = new ApiUser(t.app, (await issue()).body.token);
    expect([(await first.get(SITE)).status, (await second.get(SITE)).status]).toEqual([401, 200]);
    expect(await toldTo(t, 'owner')).toEqual(expect.arrayContaining(['machine_owner_asked', 'machine_token_issued']));
    expect(await toldTo(t, 'administrator')).toContain('machine_token_issued');
  });

  it("acts within its scopes, and no further than its owner's role goes", async () => {
    await aYearlyPlan(t);
    const { machine } = await aMachine(t, { owner: 'supervisor2', scopes: ['read_figures', 'read_cases'] });
    for (const path of [FIGURES, '/reports', '/caseload', '/yearly-plans'])
      expect((await machine.get(path)).status).toBe(200);
    for (const path of ['/me', '/account/sessions', '/jobseekers?q=a', '/notifications', '/machine-accounts'])
      expect([path, (await machine.get(path)).status]).toEqual([path, 403]);
    await t.owner.query(`UPDATE staff SET role = 'case_staff' WHERE login = 'supervisor2'`);
    expect((await machine.get('/reports')).status).toBe(403);
    expect((await machine.get(FIGURES)).status).toBe(200);
  });

  it('survives a change and a reset of the password, which end what the owner has for themselves', async () => {
    const { machine } = await aMachine(t, { owner: 'owner2' });
    const owner = await t.as('owner2');
    const change = { currentPassword: PASSWORD, newPassword: 'atarashii-no-kotoba' };
    expect((await owner.put('/account/password', change)).status).toBe(204);
    expect((await machine.get(SITE)).status).toBe(200);
    const reset = { password: 'kari-no-kotoba' };
    const id = await staffIdOf(t, 'owner2');
    expect((await (await t.as('administrator')).post(`/staff/${id}/password-reset`, reset)).status).toBe(204);
    expect([(await machine.get(SITE)).status, (await owner.get('/me')).status]).toEqual([200, 401]);
  });

  it('ends with the departure, which names it; the account waits for somebody, and the administrators are told', async () => {
    const { id, machine } = await aMachine(t, { owner: 'owner3', name: '受付の端末' });
    const sheet = await (await t.as('administrator')).get(`/staff/${await staffIdOf(t, 'owner3')}/departure`);
    expect(sheet.body.machines).toEqual([{ id, name: '受付の端末', askedName: null }]);
    expect((await leave('owner3', 'organisation', '2026-06-10')).status).toBe(200);
    expect((await machine.get(SITE)).status).toBe(401);
    expect(await toldTo(t, 'administrator')).toContain('machine_without_owner');
    const ownerId = await staffIdOf(t, 'successor');
    expect((await (await t.as('administrator')).post(`/machine-accounts/${id}/owner`, { ownerId })).status).toBe(204);
    const successor = await t.as('successor');
    expect((await successor.post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(204);
    // The token of before went with the leaver; what comes now is the successor's.
    expect((await machine.get(SITE)).status).toBe(401);
    const issued = await successor.post(`/account/machine-accounts/${id}/token`, { currentPassword: PASSWORD });
    expect((await new ApiUser(t.app, issued.body.token).get(SITE)).status).toBe(200);
  });

  it('goes on where a successor accepted before the transfer', async () => {
    const { id, machine } = await aMachine(t, { owner: 'owner4' });
    const ownerId = await staffIdOf(t, 'successor');
    await (await t.as('administrator')).post(`/machine-accounts/${id}/owner`, { ownerId });
    await (await t.as('successor')).post(`/account/machine-accounts/${id}/acceptance`);
    expect((await leave('owner4', 'site', '2026-06-10')).status).toBe(200);
    expect((await machine.get(SITE)).status).toBe(200);
    const [owners] = await t.owner.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE ended_at IS NULL)::int AS now FROM machine_account_owner WHERE machine_account_id = $1`,
      [id],
    );
    // Who answered for it last month stays readable.
    expect(owners).toEqual({ all: 2, now: 1 });
  });

  it('tells of its end a month and a week before, once each, and ends by the day itself', async () => {
    const { id, machine } = await aMachine(t, { owner: 'successor', endsOn: '2026-07-20' });
    const told = async (): Promise<string[]> =>
      (await toldTo(t, 'successor')).filter((kind) => /^machine_end/.test(kind));
    for (const [day, kinds] of [
      ['2026-06-19', []],
      ['2026-06-20', ['machine_ends_in_a_month']],
      ['2026-07-14', ['machine_ends_in_a_month', 'machine_ends_in_a_week']],
    ] as const) {
      t.clock.set(day);
      await runJob();
      await runJob();
      expect([day, await told()]).toEqual([day, kinds]);
      expect((await machine.get(SITE)).status).toBe(200);
    }
    t.clock.set('2026-07-20T00:30:00+09:00');
    expect((await machine.get(SITE)).status).toBe(401);
    await runJob();
    expect(await told()).toContain('machine_ended');
    const [row] = await t.owner.query('SELECT end_reason FROM machine_account WHERE id = $1', [id]);
    expect(row).toEqual({ end_reason: 'expired' });
    t.clock.set('2026-06-10');
  });

  it('ends on the day of a departure that was dated ahead, and the round says so', async () => {
    await someoneLike(t, 'caseworker2', 'owner5', 'case_staff');
    const { id, machine } = await aMachine(t, { owner: 'owner5' });
    expect((await leave('owner5', 'organisation', '2026-06-20')).status).toBe(200);
    expect((await machine.get(SITE)).status).toBe(200);
    t.clock.set('2026-06-20');
    expect((await machine.get(SITE)).status).toBe(401);
    await runJob();
    const [row] = await t.owner.query(
      'SELECT ended_at IS NOT NULL AS ended FROM machine_account_owner WHERE machine_account_id = $1',
      [id],
    );
    expect(row).toEqual({ ended: true });
    t.clock.set('2026-06-10');
  });

  it('is asked of somebody who left no more', async () => {
    await someoneLike(t, 'caseworker2', 'owner6', 'case_staff');
    const id = await aMachineAccount(t, { owner: 'owner6' });
    expect((await leave('owner6', 'organisation', '2026-06-20')).status).toBe(200);
    t.clock.set('2026-06-20');
    await runJob();
    const { items } = (await (await t.as('administrator')).get('/machine-accounts')).body;
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ ownerId: null, askedId: null });
    t.clock.set('2026-06-10');
  });
});
