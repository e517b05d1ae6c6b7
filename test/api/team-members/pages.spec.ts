import { startApplication, type TestApplication } from '../../support/application.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { dateBoxes, PageUser } from '../../support/pages.js';
import { PASSWORD } from '../../support/sites.js';

const NEWCOMER = {
  login: 'newcomer',
  name: '見本 新',
  nameKana: 'みほん あらた',
  title: '就労支援員',
  role: 'case_staff',
  deskId: '',
  password: 'kari-no-kotoba',
  ...dateBoxes('startsOn', '2026-06-10'),
};

describe('the pages of staff', () => {
  let t: TestApplication;
  let administrator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    administrator = await PageUser.signedIn(t, 'administrator');
  });
  afterAll(() => t.close());

  const stored = async (login: string) =>
    (
      await t.owner.query('SELECT name, name_kana, title, role, employed_until::text FROM staff WHERE login = $1', [
        login,
      ])
    )[0];
  const signIn = async (login: string, password = PASSWORD) =>
    (await t.anonymous.post('/sessions', { login, password })).status;

  it('list the colleagues, and nobody of the other side', async () => {
    const { html } = await administrator.get('/staff');
    expect(html).toContain('架空 市子');
    expect(html).not.toContain('例示 進');
  });

  it('register somebody, whose login works the same day', async () => {
    const { location } = await administrator.submit('/staff/new', '/staff', NEWCOMER);
    expect(location).toMatch(/^\/staff\/[0-9a-f-]{36}\?flash=staff_registered$/);
    expect(await stored('newcomer')).toMatchObject({ name: '見本 新', name_kana: 'ミホン アラタ', role: 'case_staff' });
    expect((await administrator.get(location ?? '')).html).toContain('仮のパスワードのまま');
    expect(await signIn('newcomer', 'kari-no-kotoba')).toBe(201);
  });

  it('show a refused form again, without the password', async () => {
    const { status, html } = await administrator.submit('/staff/new', '/staff', {
      ...NEWCOMER,
      name: '',
      title: '消えない職名',
    });
    expect(status).toBe(200);
    for (const shown of ['data-error-summary', '入力してください。', '消えない職名']) expect(html).toContain(shown);
    expect(html).not.toContain('kari-no-kotoba');
    const taken = await administrator.submit('/staff/new', '/staff', NEWCOMER);
    expect(taken.html).toContain('このログインIDは使われています');
  });

  it('edit a colleague; an edit made on an old page is told of the newer one', async () => {
    const href = `/staff/${await staffIdOf(t, 'caseworker2')}`;
    const old = await administrator.get(href);
    const edit = { name: '架空 福男', nameKana: 'カクウ フクオ', title: '主任', role: 'case_staff', deskId: '' };
    expect((await administrator.submit(href, href, edit)).location).toBe(`${href}?flash=saved`);
    expect(await stored('caseworker2')).toMatchObject({ title: '主任' });
    const stale = await administrator.submitFrom(old, href, { ...edit, title: '古い画面の職名' });
    expect(stale.html).toContain('架空 管');
    expect(stale.html).toContain('古い画面の職名');
    expect(await stored('caseworker2')).toMatchObject({ title: '主任' });
  });

  it('end the work of a leaver that day, at the form of its own', async () => {
    const href = `/staff/${await staffIdOf(t, 'newcomer')}`;
    const form = `${href}/departure`;
    const early = await administrator.submit(form, form, dateBoxes('leavesOn', '2026-06-09'));
    expect(early.html).toContain('利用開始日（');
    expect(await stored('newcomer')).toMatchObject({ employed_until: null });
    expect((await administrator.submit(form, form, dateBoxes('leavesOn', '2026-06-10'))).location).toBe(
      `${href}?flash=staff_left`,
    );
    expect(await stored('newcomer')).toMatchObject({ employed_until: '2026-06-10' });
    expect(await signIn('newcomer', 'kari-no-kotoba')).toBe(401);
  });

  it('offer no departure, password or change of role for oneself', async () => {
    const { html } = await administrator.get(`/staff/${await staffIdOf(t, 'administrator')}`);
    for (const form of ['/departure', '/password-reset', '/site-assignment']) expect(html).not.toContain(`${form}"`);
  });

  it('are not there for the other side or another site', async () => {
    for (const login of ['navigator', 'stranger'])
      expect((await administrator.get(`/staff/${await staffIdOf(t, login)}`)).status).toBe(404);
    const caseworker = await PageUser.signedIn(t, 'caseworker');
    expect((await caseworker.get('/staff')).status).toBe(403);
  });
});
