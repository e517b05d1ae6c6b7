import { startApplication, type TestApplication } from '../support/application.js';
import { aJobseeker, withdrawSharing, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { SiteOfThree } from './support/at-the-database.js';

/** What the database lets the application write about who sees whom, whatever the application asks for. */
describe('a grant', () => {
  let t: TestApplication;
  let site: SiteOfThree;
  let jobseekerId: string;
  let consentId: string;
  beforeAll(async () => {
    t = await startApplication();
    site = await SiteOfThree.of(t);
    jobseekerId = (await aJobseeker(t, 'caseworker')).id;
    consentId = (await withSharingConsent(t, 'caseworker', jobseekerId, { categories: ['plan'] })).id;
  });
  afterAll(() => site.close());

  const grant = (
    by: number,
    { from, to, basis = 'consent', category = 'plan' }: { from: number; to: number; basis?: string; category?: string },
  ): Promise<unknown> =>
    site.as(
      by,
      `INSERT INTO sharing_grant (site_id, jobseeker_id, receiver_org, basis, consent_id, giver_org, category, law_article, starts_on)
       SELECT site_id, id, $2, $3, $4, $5, $6, $7, '2026-06-10' FROM jobseeker WHERE id = $1`,
      [
        jobseekerId,
        to,
        basis,
        basis === 'consent' ? consentId : null,
        from,
        category,
        basis === 'other_law' ? '見本法第1条' : null,
      ],
    );
  const refused = { message: 'new row violates row-level security policy for table "sharing_grant"' };

  it.each(['city', 'helloWork'] as const)('is written by the first consent, both ways, by the %s', async (by) => {
    const { city, helloWork } = site;
    await expect(grant(site[by], { from: city, to: helloWork })).resolves.toBeDefined();
    await expect(grant(site[by], { from: helloWork, to: city })).resolves.toBeDefined();
  });

  it('holds the identity and the categories of its consent, and no other', async () => {
    const { city, helloWork } = site;
    await expect(grant(city, { from: city, to: helloWork, category: 'identity' })).resolves.toBeDefined();
    await expect(grant(city, { from: city, to: helloWork, category: 'health' })).rejects.toMatchObject(refused);
  });

  it.each(['city', 'helloWork'] as const)('opens nobody to a third organisation of the site: by the %s', async (by) => {
    const { city, helloWork, third } = site;
    await expect(grant(site[by], { from: city, to: third })).rejects.toMatchObject(refused);
    await expect(grant(site[by], { from: helloWork, to: third })).rejects.toMatchObject(refused);
  });

  it('is not given in the name of an organisation that the consent does not name', async () => {
    const { city, helloWork, third } = site;
    await expect(grant(city, { from: third, to: helloWork })).rejects.toMatchObject(refused);
  });

  it.each(['support_meeting', 'coordination_meeting', 'other_law'])(
    'on another basis (%s) is given of one’s own records alone',
    async (basis) => {
      const { city, helloWork, third } = site;
      await expect(grant(city, { from: city, to: third, basis, category: 'health' })).resolves.toBeDefined();
      await expect(grant(helloWork, { from: city, to: third, basis, category: 'health' })).rejects.toMatchObject(
        refused,
      );
    },
  );

  it('by registering shows an organisation whom it registered, and nothing that others wrote', async () => {
    const { city, helloWork } = site;
    const basis = 'registered';
    await expect(
      grant(helloWork, { from: helloWork, to: helloWork, basis, category: 'identity' }),
    ).resolves.toBeDefined();
    for (const wrong of [
      { from: city, to: helloWork, basis, category: 'identity' },
      { from: helloWork, to: helloWork, basis, category: 'contact' },
    ])
      await expect(grant(helloWork, wrong)).rejects.toMatchObject(refused);
  });

  it('by a later consent is of one’s own records alone', async () => {
    const { city, helloWork } = site;
    const { id: first } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', first);
    await withdrawSharing(t, 'caseworker', first);
    const { id: later } = await withSharingConsent(t, 'caseworker', first);
    const give = (by: number, from: number, to: number): Promise<unknown> =>
      site.as(
        by,
        `INSERT INTO sharing_grant (site_id, jobseeker_id, receiver_org, basis, consent_id, giver_org, category, starts_on)
         SELECT site_id, id, $2, 'consent', $3, $4, 'plan', '2026-06-10' FROM jobseeker WHERE id = $1`,
        [first, to, later, from],
      );
    await expect(give(city, city, helloWork)).resolves.toBeDefined();
    await expect(give(city, helloWork, city)).rejects.toMatchObject(refused);
    await expect(give(helloWork, helloWork, city)).resolves.toBeDefined();
    await expect(give(helloWork, city, helloWork)).rejects.toMatchObject(refused);
  });

  it('that has ended is not opened again', async () => {
    const { city, helloWork } = site;
    const { id } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', id, { endsOn: '2026-06-30' });
    for (const by of [city, helloWork])
      for (const end of ['NULL', "'2026-07-02'"])
        await expect(
          site.as(by, `UPDATE sharing_grant SET ends_on = ${end} WHERE jobseeker_id = $1`, [id]),
        ).rejects.toThrow('a grant ends once, and no later than it says');
    await expect(
      site.as(city, `UPDATE sharing_grant SET ends_on = '2026-06-10' WHERE jobseeker_id = $1`, [id]),
    ).resolves.toBeDefined();
  });

  it('is ended, and never turned to somebody else', async () => {
    const { city, third } = site;
    await expect(
      site.as(city, `UPDATE sharing_grant SET ends_on = '2026-06-10' WHERE jobseeker_id = $1`, [jobseekerId]),
    ).resolves.toBeDefined();
    for (const change of ['receiver_org = $2', 'giver_org = $2', "category = 'health' || left($2::text, 0)"])
      await expect(
        site.as(city, `UPDATE sharing_grant SET ${change} WHERE jobseeker_id = $1`, [jobseekerId, third]),
      ).rejects.toMatchObject({ message: 'permission denied for table sharing_grant' });
  });
});
