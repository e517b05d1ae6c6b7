import { DataSource } from 'typeorm';
import { frozenClock } from '#kernel';
import type { StaffActor } from '#access';
import { contextStatement } from '../../src/platform/unit-of-work/context-statement.js';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { aJobseeker, withSharingConsent } from '../support/arrangements/jobseekers.js';

const SOMEBODY: Omit<StaffActor, 'organisationId' | 'siteId' | 'siteIds'> = {
  kind: 'staff',
  staffId: '00000000-0000-4000-8000-000000000001',
  name: '見本 花子',
  organisationName: '見本市',
  side: 'municipal',
  role: 'case_staff',
  deskId: null,
};

/** What the database lets the application write about who sees whom, whatever the application asks for. */
describe('a grant', () => {
  let t: TestApplication;
  let app: DataSource;
  const organisations = { city: 0, helloWork: 0, third: 0 };
  let jobseekerId: string;
  let consentId: string;
  beforeAll(async () => {
    t = await startApplication();
    app = await new DataSource({ type: 'postgres', url: t.database.appUrl }).initialize();
    const rows: { code: string; id: number }[] = await t.owner.query('SELECT code, id FROM organisation');
    const idOf = (code: string): number => rows.find((row) => row.code === code)?.id ?? 0;
    organisations.city = idOf('mihon-city');
    organisations.helloWork = idOf('hw-mihon');
    // A third organisation that takes part in the same site: the welfare council, say.
    organisations.third = idOf('bekken-city');
    await t.owner.query(
      `INSERT INTO site_organisation (site_id, organisation_id) SELECT id, $1 FROM site WHERE code = 'mihon'`,
      [organisations.third],
    );
    jobseekerId = (await aJobseeker(t, 'caseworker')).id;
    consentId = (await withSharingConsent(t, 'caseworker', jobseekerId)).id;
  });
  afterAll(async () => {
    await app.destroy();
    await t.close();
  });

  /** Asks the database as a member of staff of the site 見本市. */
  async function as(organisationId: number, statement: string, parameters: unknown[]): Promise<unknown> {
    const [site] = await t.owner.query(`SELECT id FROM site WHERE code = 'mihon'`);
    const runner = app.createQueryRunner();
    try {
      await runner.query('BEGIN');
      await runner.query(
        contextStatement({ ...SOMEBODY, organisationId, siteId: site.id, siteIds: [site.id] }, frozenClock(SPEC_DAY)),
      );
      return await runner.query(statement, parameters);
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  }
  const grant = (by: number, to: number, from: number, basis: string = 'consent'): Promise<unknown> =>
    as(
      by,
      `INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, consent_id, granted_by_org, starts_on)
       SELECT site_id, id, $2, $3, $4, $5, '2026-06-10' FROM jobseeker WHERE id = $1`,
      [jobseekerId, to, basis, basis === 'consent' ? consentId : null, from],
    );
  const refused = { message: 'new row violates row-level security policy for table "jobseeker_access"' };

  it.each(['city', 'helloWork'] as const)('is written by the consent it rests on, both ways, by the %s', async (by) => {
    const { city, helloWork } = organisations;
    await expect(grant(organisations[by], helloWork, city)).resolves.toBeDefined();
    await expect(grant(organisations[by], city, helloWork)).resolves.toBeDefined();
  });

  it.each(['city', 'helloWork'] as const)('opens nobody to a third organisation of the site: by the %s', async (by) => {
    const { city, helloWork, third } = organisations;
    await expect(grant(organisations[by], third, city)).rejects.toMatchObject(refused);
    await expect(grant(organisations[by], third, helloWork)).rejects.toMatchObject(refused);
  });

  it('is not given in the name of an organisation that the consent does not name', async () => {
    const { city, helloWork, third } = organisations;
    await expect(grant(city, helloWork, third)).rejects.toMatchObject(refused);
  });

  it('on another basis is given in the name of one’s own organisation alone', async () => {
    const { city, helloWork } = organisations;
    await expect(grant(helloWork, helloWork, helloWork, 'registered')).resolves.toBeDefined();
    await expect(grant(helloWork, helloWork, city, 'registered')).rejects.toMatchObject(refused);
  });

  it('is ended, and never turned to somebody else', async () => {
    const { city, third } = organisations;
    await expect(
      as(city, `UPDATE jobseeker_access SET ends_on = '2026-06-10' WHERE jobseeker_id = $1`, [jobseekerId]),
    ).resolves.toBeDefined();
    await expect(
      as(city, 'UPDATE jobseeker_access SET org_id = $2 WHERE jobseeker_id = $1', [jobseekerId, third]),
    ).rejects.toMatchObject({ message: 'permission denied for table jobseeker_access' });
  });
});
