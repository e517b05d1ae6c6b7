import { startApplication, type TestApplication } from '../../support/application.js';
import { aJobseeker, HANAKO } from '../../support/arrangements/jobseekers.js';
import { staffIdOf } from '../../support/arrangements/staff.js';
import { PageUser } from '../../support/pages.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

describe('the page of the audit record', () => {
  let t: TestApplication;
  let auditor: PageUser;
  let person: { id: string; number: string };
  beforeAll(async () => {
    t = await startApplication();
    auditor = await PageUser.signedIn(t, 'auditor');
    person = await aJobseeker(t, 'caseworker', { phone: '000-1111-2222' });
    await (await t.as('caseworker')).put(`/jobseekers/${person.id}`, { ...HANAKO, phone: '000-3333-4444', version: 1 });
    const id = await staffIdOf(t, 'caseworker2');
    const { body } = await (await t.as('administrator')).get(`/staff/${id}`);
    await (
      await t.as('administrator')
    ).put(`/staff/${id}`, {
      name: body.name,
      nameKana: body.nameKana,
      title: body.title,
      role: 'supervisor',
      version: body.version,
    });
  });
  afterAll(() => t.close());

  /** The rows of the list as the words they show. */
  const rows = (html: string): string[] =>
    [...(/<tbody[^>]*>([\s\S]*)<\/tbody>/.exec(html)?.[1] ?? '').matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const find = async (query: string): Promise<string[]> => rows((await auditor.get(`/audit?${query}`)).html);

  it('says in words what was done to what, and shows no ids', async () => {
    const [edited] = await find('action=staff.edited');
    expect(edited).toMatch(/架空 管.*職員を編集.*職員 架空 福男.*権限：担当職員 → 監督者/);
    const [changed] = await find('action=jobseeker.edited');
    expect(changed).toMatch(new RegExp(`架空 市子.*登録内容を変更.*${person.number}.*電話番号`));
    expect(changed).not.toMatch(/000-|見本|花子/);
    for (const row of await find('')) expect(row).not.toMatch(UUID);
  });

  it('is narrowed by a day as it is said in an office, by staff, person and kind', async () => {
    expect(await find('from_era=R&from_year=8&from_month=6&from_day=11')).toEqual([]);
    expect((await find('from_era=R&from_year=8&from_month=6&from_day=10&to=2026-06-10')).length).toBeGreaterThan(1);
    const { html } = await auditor.get(`/audit?personNumber=${person.number}`);
    expect(rows(html)).toHaveLength(2);
    const caseworker = await staffIdOf(t, 'caseworker');
    expect(html).toContain(`staffId=${caseworker}`);
    for (const row of await find(`staffId=${caseworker}`)) expect(row).toContain('架空 市子');
  });

  it('keeps what was typed where a day is none', async () => {
    const { html } = await auditor.get('/audit?from_era=&from_year=2026&from_month=2&from_day=30');
    expect(html).toContain('data-error-summary');
    expect(html).toContain('value="30"');
  });

  it('leads on to older entries and back', async () => {
    const { html } = await auditor.get('/audit?limit=1');
    const older =
      /href="(\/audit\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&') ?? '';
    const next = await auditor.get(older);
    expect(rows(next.html)[0]).not.toBe(rows(html)[0]);
    expect(next.html).toContain('最新の記録へ');
  });
});
