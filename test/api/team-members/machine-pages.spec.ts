import { ApiUser, startApplication, type TestApplication } from '../../support/application.js';
import { someoneLike, staffIdOf } from '../../support/arrangements/staff.js';
import { dateBoxes, PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

/** The token that a page shows, this once. */
const tokenIn = (html: string): string | undefined => /<code class="token">([\w-]+)<\/code>/.exec(html)?.[1];

describe('the pages of tokens and machines', () => {
  let t: TestApplication;
  let administrator: PageUser;
  let caseworker: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    administrator = await PageUser.signedIn(t, 'administrator');
    caseworker = await PageUser.signedIn(t, 'caseworker');
  });
  afterAll(() => t.close());

  it('show a token of one’s own on one answer and nowhere else, and give a wrong password back to nobody', async () => {
    const fields = { label: '集計用の表計算', days: '30', currentPassword: 'not-my-password' };
    const wrong = await caseworker.submit('/account', '/account/tokens', fields);
    expect([wrong.status, tokenIn(wrong.html)]).toEqual([200, undefined]);
    expect(wrong.html).toContain('集計用の表計算');
    expect(wrong.html).not.toContain('not-my-password');
    const { status, html } = await caseworker.submit('/account', '/account/tokens', {
      ...fields,
      currentPassword: PASSWORD,
    });
    const token = tokenIn(html);
    expect([status, token?.length]).toEqual([200, 43]);
    expect((await new ApiUser(t.app, token).get('/me')).body.name).toBe('架空 市子');
    const later = (await caseworker.get('/account')).html;
    expect(later).toContain('自分のトークン：集計用の表計算');
    expect(later).not.toContain(token);
  });

  it('lead from the administrator, who sees no token, to the owner, who accepts and makes one', async () => {
    const fields = {
      ...{ name: '受付の端末', scopes: 'read_figures', ownerId: await staffIdOf(t, 'caseworker') },
      ...dateBoxes('endsOn', '2026-12-01'),
    };
    const refused = await administrator.submit('/machine-accounts', '/machine-accounts', { ...fields, name: '' });
    expect([refused.status, refused.html.includes('入力してください')]).toEqual([200, true]);
    const made = await administrator.submit('/machine-accounts', '/machine-accounts', fields);
    expect(made.location).toBe('/machine-accounts?flash=machine_account_added');
    expect((await administrator.get('/machine-accounts')).html).toContain('架空 市子さんの承諾待ち');
    const [{ id }] = await t.owner.query(`SELECT id FROM machine_account WHERE name = '受付の端末'`);
    const page = '/account/machine-accounts';
    expect((await caseworker.submit(page, `${page}/${id}/acceptance`, {})).location).toBe(
      `${page}?flash=machine_account_accepted`,
    );
    const { html } = await caseworker.submit(page, `${page}/${id}/token`, { currentPassword: PASSWORD });
    const machine = new ApiUser(t.app, tokenIn(html));
    expect((await machine.get('/site')).status).toBe(200);
    const shown = (await administrator.get('/machine-accounts')).html;
    expect(shown).toContain('利用中');
    expect(shown).not.toContain(tokenIn(html));
    const asked = await administrator.submit('/machine-accounts', `/machine-accounts/${id}/owner`, {
      ownerId: await staffIdOf(t, 'caseworker2'),
    });
    expect(asked.location).toBe('/machine-accounts?flash=machine_owner_asked');
    const again = await administrator.submit('/machine-accounts', `/machine-accounts/${id}/owner`, {
      ownerId: await staffIdOf(t, 'caseworker2'),
    });
    expect([again.status, again.html.includes('すでに依頼しています')]).toEqual([200, true]);
    expect((await administrator.submit('/machine-accounts', `/machine-accounts/${id}/end`, {})).location).toBe(
      '/machine-accounts?flash=machine_account_ended',
    );
    expect((await machine.get('/site')).status).toBe(401);
  });

  it('name on the page of a departure what stops with it', async () => {
    const { id } = await (async () => {
      const ownerId = await staffIdOf(t, 'caseworker');
      const added = await (
        await t.as('administrator')
      ).post('/machine-accounts', { name: '庁内ポータル', scopes: ['read_figures'], endsOn: '2026-12-01', ownerId });
      return added.body as { id: string };
    })();
    expect((await (await t.as('caseworker')).post(`/account/machine-accounts/${id}/acceptance`)).status).toBe(204);
    const { html } = await administrator.get(`/staff/${await staffIdOf(t, 'caseworker')}/departure`);
    expect(html).toContain('庁内ポータル');
    expect(html).toContain('集計用の表計算');
  });
});

describe('the page of somebody who works at several sites', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
    await someoneLike(t, 'administrator', 'other-administrator', 'site_administrator');
    await t.owner.query(
      `INSERT INTO staff_site (staff_id, site_id, starts_on) SELECT s.id, si.id, '2026-01-01' FROM staff s, site si
       WHERE s.login = 'caseworker2' AND si.code = 'bekken'`,
    );
  });
  afterAll(() => t.close());

  it('asks for another administrator first, and shows the other who asked', async () => {
    const href = `/staff/${await staffIdOf(t, 'caseworker2')}`;
    const one = await PageUser.signedIn(t, 'administrator');
    const other = await PageUser.signedIn(t, 'other-administrator');
    const first = (await one.get(href)).html;
    expect([first.includes(`${href}/password-reset"`), first.includes('もう一人の拠点管理者')]).toEqual([false, true]);
    expect((await one.submit(href, `${href}/password-reset-request`, {})).location).toBe(
      `${href}?flash=password_reset_asked`,
    );
    expect((await one.get(href)).html).not.toContain(`${href}/password-reset"`);
    expect((await one.submit(href, `${href}/password-reset-request/withdrawal`, {})).location).toBe(
      `${href}?flash=password_reset_withdrawn`,
    );
    await one.submit(href, `${href}/password-reset-request`, {});
    expect((await other.get(href)).html).toContain('架空 管さんが');
    const done = await other.submit(href, `${href}/password-reset`, { password: 'kari-no-kotoba' });
    expect(done.location).toBe(`${href}?flash=password_reset`);
    expect((await other.get(href)).html).toContain('仮のパスワードのまま（');
  });
});
