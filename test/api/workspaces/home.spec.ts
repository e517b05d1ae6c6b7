import { startApplication, type TestApplication } from '../../support/application.js';
import { type ArrangedCase, aCase, aRequestedCase, aSharedCase } from '../../support/arrangements/cases.js';
import { aConsultation } from '../../support/arrangements/consultations.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { aJobseeker } from '../../support/arrangements/jobseekers.js';
import { PageUser } from '../../support/pages.js';

describe('GET / (ホーム)', () => {
  let t: TestApplication;
  let shared: ArrangedCase;
  let own: ArrangedCase;
  beforeAll(async () => {
    t = await startApplication();
    shared = await aSharedCase(t);
    own = await aCase(t, 'caseworker', {
      jobseekerId: (await aJobseeker(t, 'caseworker', { familyName: '架空', familyKana: 'カクウ' })).id,
      openedOn: '2026-04-01',
    });
    const actions = [
      {
        title: '電話をする',
        dueOn: '2026-06-08',
        ownerSide: 'municipal',
        ownerStaffId: await staffIdOf(t, 'caseworker'),
      },
      {
        title: '書類を受け取る',
        dueOn: '2026-06-10',
        ownerSide: 'municipal',
        ownerStaffId: await staffIdOf(t, 'caseworker'),
      },
      {
        title: '求人票を送る',
        dueOn: '2026-06-15',
        ownerSide: 'national',
        ownerStaffId: await staffIdOf(t, 'navigator'),
      },
      { title: '写真を撮る', dueOn: '2026-06-09', ownerSide: 'jobseeker' },
      {
        title: 'まだ先のこと',
        dueOn: '2026-06-18',
        ownerSide: 'municipal',
        ownerStaffId: await staffIdOf(t, 'caseworker'),
      },
    ];
    await aConsultation(t, 'navigator', {
      jobseekerId: shared.jobseekerId,
      supportCaseId: shared.caseId,
      heldOn: '2026-06-05',
      kind: 'career',
      nextActions: actions,
    });
    const caseworker = await t.as('caseworker');
    await caseworker.post(`/jobseekers/${shared.jobseekerId}/benefits`, {
      name: '住宅手当',
      startsOn: '2026-06-01',
      endsOn: '2026-07-03',
    });
    await caseworker.post(`/jobseekers/${shared.jobseekerId}/groups`, { groupCode: 'youth', startsOn: '2026-06-01' });
  });
  afterAll(() => t.close());

  /** What stands under each heading, without tags. */
  async function groupsOf(login: string, query = ''): Promise<Record<string, string>> {
    const { html } = await (await PageUser.signedIn(t, login)).get(`/${query}`);
    const sections = [...html.matchAll(/<section class="card[^"]*" id="([a-z-]+)">(.*?)<\/section>/gs)];
    return Object.fromEntries(
      sections.map(([, id = '', markup = '']) => [id, markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')]),
    );
  }

  it('opens on what is one’s own, by urgency', async () => {
    const groups = await groupsOf('caseworker');
    expect(Object.keys(groups)).toEqual(['overdue', 'today', 'stalled']);
    expect(groups['overdue']).toContain('電話をする');
    expect(groups['today']).toContain('書類を受け取る');
    expect(JSON.stringify(groups)).not.toContain('まだ先のこと');
    expect(await groupsOf('navigator')).toMatchObject({ soon: expect.stringContaining('求人票を送る') });
  });

  it('reminds those who answer for the case of what the person promised, and nobody else', async () => {
    expect((await groupsOf('caseworker'))['overdue']).toMatch(/写真を撮る.*本人/);
    expect((await groupsOf('navigator'))['overdue']).toContain('写真を撮る');
    expect(JSON.stringify(await groupsOf('navigator2'))).not.toContain('写真を撮る');
  });

  it('says of each row who it is, what clock runs, who spoke last and whose the next step is', async () => {
    const { overdue } = await groupsOf('caseworker');
    for (const told of ['見本 花子', 'ミホン', '若年者', '住宅手当', 'あと23日', '5日前', 'キャリア', '2日超過'])
      expect(overdue).toContain(told);
    const [[author]]: [{ name: string }[]] = [await t.owner.query(`SELECT name FROM staff WHERE login = 'navigator'`)];
    expect(overdue).toContain(author?.name);
  });

  it('holds a case in which nobody spoke with the person for as long as the site allows', async () => {
    expect((await groupsOf('caseworker'))['stalled']).toMatch(/70日 受付から、相談なし.*架空 花子/);
  });

  it('shows the work of the team, and of the site, to who may see it', async () => {
    expect(await groupsOf('caseworker', '?scope=team')).toMatchObject({
      soon: expect.stringContaining('求人票を送る'),
    });
    expect((await groupsOf('navigator', '?scope=site'))['stalled'] ?? '').not.toContain('架空 花子');
    expect(await groupsOf('stranger', '?scope=site')).toEqual({});
  });

  it('filters by side, group and clock, and says so in tags that can be taken off', async () => {
    expect(Object.keys(await groupsOf('caseworker', '?scope=site&turn=national'))).toEqual(['soon']);
    expect(await groupsOf('caseworker', '?scope=site&group=single_parent')).toEqual({});
    expect(Object.keys(await groupsOf('caseworker', '?clockWithin=30'))).toEqual(['overdue', 'today']);
    const { html } = await (await PageUser.signedIn(t, 'caseworker')).get('/?group=youth');
    expect(html).toContain('範囲：自分の担当');
    expect(html).toContain('href="/?scope=site&amp;group=youth"');
    expect(html).toContain('対象者区分：若年者');
  });

  it('shows a request to those it was made to, whatever their scope, and to those who wait for the answer', async () => {
    const { requestId, jobseekerId } = await aRequestedCase(t, {
      jobseekerId: (await aJobseeker(t, 'caseworker', { familyName: '例示', familyKana: 'レイジ' })).id,
    });
    expect(jobseekerId).toBeDefined();
    const { html } = await (await PageUser.signedIn(t, 'navigator2')).get('/');
    expect(html).toContain(`/requests/${requestId}`);
    expect((await groupsOf('navigator2'))['new-requests']).toContain('例示 花子');
    expect((await groupsOf('caseworker'))['own-requests']).toContain('例示 花子');
  });

  it('shows the summary of a case beside the list, and none of a case out of sight', async () => {
    const caseworker = await PageUser.signedIn(t, 'caseworker');
    const { status, html } = await caseworker.get(`/cases/${shared.caseId}/peek`);
    expect([status, html.includes('<html')]).toEqual([200, false]);
    expect(html).toContain('電話をする');
    expect((await (await PageUser.signedIn(t, 'navigator')).get(`/cases/${own.caseId}/peek`)).status).toBe(404);
  });
});
