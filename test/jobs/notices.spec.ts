import { startApplication, type TestApplication } from '../support/application.js';
import { aCase, aConsentedCase, aRequestedCase } from '../support/arrangements/cases.js';
import { withParticipationConsent, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { deliverNotices } from '../support/arrangements/notices.js';
import { staffIdOf } from '../support/arrangements/staff.js';
import { PageUser } from '../support/pages.js';

interface Line {
  readonly id: string;
  readonly name: string | null;
  readonly jobseekerId: string | null;
  readonly caseId: string | null;
  readonly hidden: boolean;
  readonly readAt: string | null;
  readonly notices: readonly { readonly kind: string; readonly subjectId: string | null }[];
}

describe('notices of what happened', () => {
  let t: TestApplication;
  beforeAll(async () => {
    t = await startApplication();
  });
  afterAll(() => t.close());

  const deliver = (times?: number): Promise<void> => deliverNotices(t, times);
  const lines = async (login: string): Promise<Line[]> => (await (await t.as(login)).get('/notifications')).body.items;
  const linesAbout = async (login: string, caseId: string): Promise<Line[]> =>
    (await lines(login)).filter((line) => line.caseId === caseId);
  const kinds = (found: readonly Line[]): string[] => found.flatMap(({ notices }) => notices.map(({ kind }) => kind));

  it('reach the supervisors of whom a request goes to, once however often the message comes, and not its author', async () => {
    const { caseId } = await aRequestedCase(t);
    await deliver(4);
    const found = await linesAbout('hw-supervisor', caseId);
    expect(kinds(found)).toEqual(['request.made']);
    expect(found[0]).toMatchObject({ name: '見本 花子', hidden: false, readAt: null });
    expect(await linesAbout('caseworker', caseId)).toEqual([]);
    expect(await lines('stranger-supervisor')).toEqual([]);
  });

  it('are one line a person and case, counted in the menu, read, unread again, and all at once', async () => {
    const { caseId } = await aConsentedCase(t);
    const supervisor = await t.as('city-supervisor');
    const staffId = await staffIdOf(t, 'caseworker2');
    const { body } = await supervisor.post(`/cases/${caseId}/assignments`, {
      staffId,
      role: '補助',
      startsOn: '2026-06-10',
    });
    await supervisor.post(`/assignments/${body.id}/end`, { endsOn: '2026-06-10', version: 1 });
    await deliver();
    const told = await linesAbout('caseworker2', caseId);
    expect(told).toHaveLength(1);
    expect(kinds(told)).toEqual(expect.arrayContaining(['assignment.started']));
    const [line] = told;
    const page = await PageUser.signedIn(t, 'caseworker2');
    expect((await page.get('/')).html).toMatch(/お知らせ<\/span><span class="count">1/);
    const reader = await t.as('caseworker2');
    expect((await (await t.as('caseworker')).post(`/notifications/${line?.id}/read`)).status).toBe(404);
    expect((await reader.post(`/notifications/${line?.id}/read`)).status).toBe(204);
    expect((await linesAbout('caseworker2', caseId))[0]?.readAt).not.toBeNull();
    expect((await reader.post(`/notifications/${line?.id}/unread`)).status).toBe(204);
    expect((await linesAbout('caseworker2', caseId))[0]?.readAt).toBeNull();
    expect((await reader.post('/notifications/read-all', { upTo: line?.id })).status).toBe(204);
    expect((await lines('caseworker2')).every(({ readAt }) => readAt !== null)).toBe(true);
    expect((await page.get('/')).html).not.toMatch(/お知らせ<\/span><span class="count">/);
  });

  it('say no name and nothing of the record to whom a withdrawal shut out', async () => {
    const { caseId, jobseekerId } = await aCase(t, 'caseworker');
    await withParticipationConsent(t, 'caseworker', jobseekerId);
    const { id: consent } = await withSharingConsent(t, 'caseworker', jobseekerId);
    const staffId = await staffIdOf(t, 'navigator');
    await (
      await t.as('caseworker')
    ).post(`/cases/${caseId}/assignments`, { staffId, role: '担当', startsOn: '2026-06-10' });
    await deliver();
    const withdrawal = { withdrawnOn: '2026-06-10', reason: '本人の申出', version: 1 };
    const withdrawn = await (await t.as('caseworker')).post(`/consents/${consent}/withdrawal`, withdrawal);
    expect(withdrawn.status).toBeLessThan(300);
    await deliver();
    const hidden = (await lines('navigator')).filter((line) => line.hidden);
    expect(kinds(hidden)).toContain('consent.withdrawn');
    for (const line of hidden) {
      expect(line).toMatchObject({ name: null, jobseekerId: null, caseId: null });
      expect(line.notices.every(({ subjectId }) => subjectId === null)).toBe(true);
    }
    const page = (await (await PageUser.signedIn(t, 'navigator')).get('/notifications')).html;
    expect(page).toContain('同意が撤回されました');
    expect(page).not.toContain(jobseekerId);
    expect(page).not.toContain(caseId);
  });

  it('answer 401 to nobody', async () => {
    expect((await t.anonymous.post('/notifications/read-all')).status).toBe(401);
  });
});
