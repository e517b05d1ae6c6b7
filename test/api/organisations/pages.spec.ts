import { startApplication, type TestApplication } from '../../support/application.js';
import { someoneLike } from '../../support/arrangements/staff.js';
import { dateBoxes, PageUser } from '../../support/pages.js';

describe("the pages of the site's parts", () => {
  let t: TestApplication;
  let administrator: PageUser;
  beforeAll(async () => {
    t = await startApplication();
    administrator = await PageUser.signedIn(t, 'administrator');
  });
  afterAll(() => t.close());

  const desks = (): Promise<{ id: number; code: string; name: string; closed_on: string | null }[]> =>
    t.owner.query(
      `SELECT d.id, d.code, d.name, d.closed_on::text FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'mihon' ORDER BY d.id`,
    );

  it('add a desk, once for a form sent twice', async () => {
    const blank = await administrator.get('/site/desks/new');
    for (let sent = 0; sent < 2; sent += 1)
      expect(
        (await administrator.submitFrom(blank, '/site/desks', { code: 'station', name: '駅前窓口' })).location,
      ).toBe('/site?flash=saved');
    expect((await desks()).filter(({ code }) => code === 'station')).toHaveLength(1);
    expect((await administrator.get('/site')).html).toContain('駅前窓口');
  });

  it('say at the field what is wrong, and keep what was typed', async () => {
    const taken = await administrator.submit('/site/desks/new', '/site/desks', { code: 'main', name: '消えない名前' });
    expect(taken.status).toBe(200);
    expect(taken.html).toContain('data-error-summary');
    expect(taken.html).toContain('消えない名前');
    const agreement = await administrator.submit('/site/agreements/new', '/site/agreements', {
      parties: '見本市長',
      ...dateBoxes('concludedOn', '2026-02-30'),
    });
    expect(agreement.html).toContain('見本市長');
    expect(agreement.html).toContain('value="30"');
    expect(
      (
        await t.owner.query(
          `SELECT count(*)::int AS n FROM agreement a JOIN site s ON s.id = a.site_id WHERE s.code = 'mihon'`,
        )
      )[0].n,
    ).toBe(1);
  });

  it('close a desk; who saves an older page is told who was first', async () => {
    const { id } = (await desks()).find(({ code }) => code === 'north') ?? { id: 0 };
    const href = `/site/desks/${id}`;
    const old = await administrator.get(`${href}/edit`);
    expect(
      (await administrator.submit(`${href}/edit`, href, { name: '北支所', ...dateBoxes('closedOn', '2026-06-30') }))
        .location,
    ).toBe('/site?flash=saved');
    const stale = await administrator.submitFrom(old, href, { name: '北支所（改）' });
    expect(stale.html).toContain('架空 管');
    expect(stale.html).toContain('北支所（改）');
    expect(await desks()).toContainEqual({ id, code: 'north', name: '北支所', closed_on: '2026-06-30' });
  });

  it('add a programme with the steps it leaves out', async () => {
    expect(
      (
        await administrator.submit('/site/programmes/new', '/site/programmes', {
          code: 'youth',
          name: '若者の就労支援',
          optionalSteps: 'candidate',
        })
      ).location,
    ).toBe('/site?flash=saved');
    expect(await t.owner.query(`SELECT optional_steps FROM programme WHERE code = 'youth'`)).toEqual([
      { optional_steps: ['candidate'] },
    ]);
  });

  it('know no part of another site, no part that is none, and nobody but administrators', async () => {
    const [elsewhere] = await t.owner.query(
      `SELECT d.id FROM desk d JOIN site s ON s.id = d.site_id WHERE s.code = 'bekken'`,
    );
    expect((await administrator.get(`/site/desks/${elsewhere.id}/edit`)).status).toBe(404);
    expect((await administrator.get('/site/novelties/new')).status).toBe(404);
    const supervisor = await PageUser.signedIn(t, 'city-supervisor');
    expect((await supervisor.get('/site/desks/new')).status).toBe(403);
  });

  it('put an organisation of the other side before that side, which agrees on its own page; nobody edits another’s', async () => {
    await someoneLike(t, 'navigator', 'hw-administrator', 'site_administrator');
    const national = await PageUser.signedIn(t, 'hw-administrator');
    const proposed = await administrator.submit('/site/organisations/new', '/site/organisations', {
      ...{ code: 'hw-minami', name: 'ハローワーク見本南', side: 'national' },
    });
    expect(proposed.location).toBe('/site?flash=organisation_proposed');
    const [{ id }] = await t.owner.query('SELECT id FROM organisation_proposal WHERE ended_at IS NULL');
    const href = `/site/organisation-proposals/${id}`;
    expect((await administrator.get('/site')).html).not.toContain(`${href}/confirmation`);
    expect((await national.submit('/site', `${href}/confirmation`, {})).location).toBe(
      '/site?flash=organisation_confirmed',
    );
    expect((await administrator.get('/site')).html).toContain('ハローワーク見本南');
    const [other] = await t.owner.query(`SELECT id FROM organisation WHERE code = 'hw-mihon'`);
    expect((await administrator.get('/site')).html).not.toContain(`/site/organisations/${other.id}/edit`);
    expect((await administrator.get(`/site/organisations/${other.id}/edit`)).status).toBe(409);
  });
});
