import fc from 'fast-check';
import {
  categoryProposed,
  FRAME_COLUMNS,
  type Grant,
  maySee,
  NEVER_SHARED,
  type OwnedRecord,
  SHARING_CATEGORIES,
  type SharingCategory,
  TABLE_CATEGORIES,
  TABLES_BY_ROW,
} from '#domain/sharing';
import { addDays } from '#kernel';
import { SPEC_DAY, startApplication, type TestApplication } from '../support/application.js';
import { aConsultation } from '../support/arrangements/consultations.js';
import { aJobseeker, withSharingConsent } from '../support/arrangements/jobseekers.js';
import { SiteOfThree } from './support/at-the-database.js';
import { aSupportedPerson, SECRETS, type SupportedPerson } from './support/person.js';
import { someoneLike } from './support/staff.js';

const TABLES = TABLE_CATEGORIES as Readonly<Record<string, SharingCategory>>;
/** Read through the consultation, kept beside the person, and of the site. */
const NOT_ASKED = ['consultation_participant', 'jobseeker_search', 'job_order', 'jobseeker_identity'];

describe('the rule of sharing', () => {
  let t: TestApplication;
  let site: SiteOfThree;
  beforeAll(async () => {
    t = await startApplication();
    site = await SiteOfThree.of(t);
    await someoneLike(t, 'caseworker2', 'colleague', 'case_staff');
  }, 120_000);
  afterAll(() => site.close());

  const give = (jobseekerId: string, giver: number, receiver: number, category: string): Promise<unknown> =>
    t.owner.query(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on)
       VALUES ($1, $2, $3, $4, $5, 'support_meeting', '2026-06-01')`,
      [site.siteId, jobseekerId, giver, receiver, category],
    );

  it('puts every table about a person into one category, and nothing told about them into the row that all have in common', async () => {
    const tables: { name: string }[] = await t.owner.query(
      `SELECT DISTINCT k.conrelid::regclass::text AS name FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = 'jobseeker'::regclass
       UNION SELECT table_name FROM information_schema.columns c JOIN information_schema.tables x USING (table_schema, table_name)
         WHERE c.table_schema = 'public' AND c.column_name ~ 'jobseeker_id$' AND x.table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const known = [...Object.keys(TABLE_CATEGORIES), ...TABLES_BY_ROW, ...NEVER_SHARED];
    expect(new Set(known).size).toBe(known.length);
    expect(known.sort()).toEqual(tables.map(({ name }) => name));
    const columns: { name: string }[] = await t.owner.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'jobseeker' ORDER BY 1`,
    );
    expect([...FRAME_COLUMNS].sort()).toEqual(columns.map(({ name }) => name));
  });

  describe('by category', () => {
    let person: SupportedPerson;
    /** Tables that hold a row of another organisation than `reader`, with the subject of a line of the timeline. */
    const foreign = async (reader: number, ask: SiteOfThree['as']): Promise<string[]> => {
      const tables = [...Object.keys(TABLES), 'consent'].filter((table) => !NOT_ASKED.includes(table));
      const rows = await ask<{ name: string }>(
        reader,
        [
          ...tables.map((table) => `SELECT '${table}' AS name FROM ${table} WHERE jobseeker_id = $1 AND org_id <> $2`),
          `SELECT 'line about ' || subject_type FROM timeline_entry WHERE jobseeker_id = $1 AND org_id <> $2`,
          `SELECT 'group ' || g.name FROM group_membership m JOIN target_group g ON g.code = m.group_code WHERE m.jobseeker_id = $1 AND m.org_id <> $2`,
        ].join(' UNION '),
        [person.jobseekerId, reader],
      );
      return rows.map(({ name }) => name).sort();
    };
    const asOwner: SiteOfThree['as'] = (_, statement, parameters) => t.owner.query(statement, parameters);

    beforeAll(async () => {
      person = await aSupportedPerson(t);
      await t.owner.query(
        `INSERT INTO consultation_addendum (id, site_id, org_id, jobseeker_id, consultation_id, text)
         SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, '追記' FROM consultation WHERE jobseeker_id = $1`,
        [person.jobseekerId],
      );
    }, 60_000);

    it('has something of every table to show', async () => {
      const all = [...(await foreign(site.city, asOwner)), ...(await foreign(site.helloWork, asOwner))];
      for (const table of Object.keys(TABLES).filter((name) => !NOT_ASKED.includes(name))) expect(all).toContain(table);
    });

    it.each(SHARING_CATEGORIES)('%s alone opens exactly what belongs to it, either way', async (category) => {
      await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1', [person.jobseekerId]);
      // What each keeps of the other's is asked by own-records.spec.
      await t.owner.query('DELETE FROM kept_record WHERE jobseeker_id = $1', [person.jobseekerId]);
      for (const [giver, receiver] of [
        [site.city, site.helloWork],
        [site.helloWork, site.city],
      ] as const)
        for (const each of new Set<SharingCategory>(['identity', category]))
          await give(person.jobseekerId, giver, receiver, each);
      const categoryOf = (name: string): SharingCategory | undefined => {
        const [, subject] = /^line about (.*)$/.exec(name) ?? [];
        const [, group] = /^group (.*)$/.exec(name) ?? [];
        if (group !== undefined) return categoryProposed(group);
        // Of the consents on record one is to take part (プラン) and one to share with the Hello Work, which it names.
        if (name === 'consent' || subject === 'consent') return undefined;
        if (subject === 'jobseeker') return 'identity';
        if (subject === 'group_membership') return 'benefits';
        return TABLES[subject ?? name];
      };
      const opened = new Set(['identity', category]);
      for (const reader of [site.city, site.helloWork]) {
        const all = await foreign(reader, asOwner);
        const known = (name: string): boolean => categoryOf(name) !== undefined;
        const seen = await foreign(reader, site.as.bind(site));
        expect(seen.filter(known)).toEqual(
          all.filter((name) => known(name) && opened.has(categoryOf(name) ?? 'identity')),
        );
      }
    });

    it.each([
      ['contact', [SECRETS.phone, SECRETS.address, SECRETS.safeContact]],
      ['circumstances', [SECRETS.household]],
      ['health', [SECRETS.health]],
      ['plan', []],
    ] as const)('%s opens these fields of the person: %j', async (category, fields) => {
      await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = $1', [person.jobseekerId]);
      await give(person.jobseekerId, site.city, site.helloWork, 'identity');
      await give(person.jobseekerId, site.city, site.helloWork, category);
      const navigator = await t.as('navigator');
      const { body } = await navigator.get(`/jobseekers/${person.jobseekerId}`);
      const told = [SECRETS.phone, SECRETS.address, SECRETS.safeContact, SECRETS.household, SECRETS.health].filter(
        (secret) => JSON.stringify(body).includes(secret),
      );
      expect([...told].sort()).toEqual([...fields].sort());
      const file = await (await t.as('caseworker')).get(`/jobseekers/${person.jobseekerId}`);
      expect(file.body).toMatchObject({ phone: SECRETS.phone, healthNote: SECRETS.health });
    });
  });

  it('is never passed on: 1 shares with 2 and with 3, and 2 and 3 see nothing of each other, before and after', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', jobseekerId, { sharedWithOrganisationId: site.helloWork });
    const { id: withThird } = await withSharingConsent(t, 'caseworker', jobseekerId, {
      sharedWithOrganisationId: site.third,
    });
    for (const login of ['caseworker', 'navigator']) await aConsultation(t, login, { jobseekerId });
    await site.as(
      site.third,
      `INSERT INTO benefit (id, site_id, org_id, jobseeker_id, name, starts_on) VALUES (gen_random_uuid(), $1, $2, $3, '貸付', '2026-06-10')`,
      [site.siteId, site.third, jobseekerId],
      { keep: true },
    );
    const authors = async (reader: number): Promise<number[]> => {
      const rows = await site.as<{ org: number }>(
        reader,
        `SELECT DISTINCT org_id AS org FROM (
           SELECT org_id FROM consultation WHERE jobseeker_id = $1 UNION ALL SELECT org_id FROM benefit WHERE jobseeker_id = $1
           UNION ALL SELECT org_id FROM timeline_entry WHERE jobseeker_id = $1) written ORDER BY 1`,
        [jobseekerId],
      );
      return rows.map(({ org }) => org);
    };
    const sorted = (...ids: number[]): number[] => ids.sort((one, other) => one - other);
    expect(await authors(site.city)).toEqual(sorted(site.city, site.helloWork, site.third));
    expect(await authors(site.helloWork)).toEqual(sorted(site.city, site.helloWork));
    expect(await authors(site.third)).toEqual(sorted(site.city, site.third));
    // That the city shares with a third is none of the Hello Work's business either.
    expect(
      await site.as(
        site.helloWork,
        `SELECT id FROM consent WHERE id = $1 UNION SELECT id FROM timeline_entry WHERE subject_id = $1`,
        [withThird],
      ),
    ).toEqual([]);

    const consents = (await (await t.as('caseworker')).get(`/jobseekers/${jobseekerId}/consents`)).body.items;
    const { id, version } = consents.find((each: { id: string }) => each.id !== withThird);
    await (
      await t.as('caseworker')
    ).post(`/consents/${id}/withdrawal`, { withdrawnOn: SPEC_DAY, reason: '本人の申出', version });
    expect(await authors(site.helloWork)).toEqual([site.helloWork]);
    expect(await authors(site.third)).toEqual(sorted(site.city, site.third));
  });

  it('ends on its day without anybody writing it down', async () => {
    const { id: jobseekerId } = await aJobseeker(t, 'caseworker');
    await withSharingConsent(t, 'caseworker', jobseekerId, { endsOn: '2026-06-20' });
    await aConsultation(t, 'caseworker', { jobseekerId });
    const seen = (day: string): Promise<unknown[]> =>
      site.as(site.helloWork, 'SELECT 1 AS row FROM consultation WHERE jobseeker_id = $1', [jobseekerId], { day });
    expect(await seen('2026-06-20')).toEqual([{ row: 1 }]);
    expect(await seen('2026-06-21')).toEqual([]);
  });

  it('a group is shared by the category beside its name, whatever the name says', async () => {
    await t.owner.query(
      `INSERT INTO target_group (code, name, position, category) VALUES ('clinic', '通院中の方', 95, 'health') ON CONFLICT DO NOTHING`,
    );
    const { id } = await aJobseeker(t, 'caseworker');
    await t.owner.query(
      `INSERT INTO group_membership (id, site_id, org_id, jobseeker_id, group_code, starts_on)
       SELECT gen_random_uuid(), j.site_id, j.org_id, j.id, 'clinic', '2026-06-01' FROM jobseeker j WHERE j.id = $1`,
      [id],
    );
    const seen = async (): Promise<number> =>
      (await site.as(site.helloWork, 'SELECT id FROM group_membership WHERE jobseeker_id = $1', [id])).length;
    await withSharingConsent(t, 'caseworker', id, { categories: ['circumstances'] });
    expect(await seen()).toBe(0);
    await withSharingConsent(t, 'caseworker', id, { categories: ['health'] });
    expect(await seen()).toBe(1);
  });

  it('property: the policies open what the rule says, for any grants', async () => {
    const people = [(await aJobseeker(t, 'caseworker')).id, (await aJobseeker(t, 'navigator')).id];
    const [staff] = await t.owner.query(`SELECT id FROM staff WHERE login = 'caseworker'`);
    const [programme] = await t.owner.query('SELECT id FROM programme WHERE site_id = $1 LIMIT 1', [site.siteId]);
    await t.owner.query(
      `INSERT INTO target_group (code, name, position, category)
       VALUES ('disabled', '障害者', 90, 'health'), ('welfare', '生活保護受給者', 91, 'benefits'), ('youth', '若年者', 92, 'circumstances')
       ON CONFLICT DO NOTHING`,
    );
    const row = 'gen_random_uuid(), $1::int, $2::int, $3::uuid';
    for (const person of people)
      for (const organisation of site.all)
        for (const insert of [
          `benefit (id, site_id, org_id, jobseeker_id, name, starts_on) VALUES (${row}, '給付', '2026-06-01')`,
          `wish (id, site_id, org_id, jobseeker_id, recorded_on) VALUES (${row}, '2026-06-01')`,
          `support_case (id, site_id, org_id, jobseeker_id, number, programme_id, status, status_since, opened_on)
            VALUES (${row}, fresh_support_case_number(), ${programme.id}, 'intake', '2026-06-01', '2026-06-01')`,
          `consultation (id, site_id, org_id, jobseeker_id, held_on, kind, channel, author_id)
            VALUES (${row}, '2026-06-01', 'career', 'desk', '${staff.id}')`,
          `next_action (id, site_id, org_id, jobseeker_id, title, due_on, owner_side)
            VALUES (${row}, '約束', '2026-06-01', 'municipal')`,
          ...['disabled', 'welfare', 'youth'].map(
            (code) =>
              `group_membership (id, site_id, org_id, jobseeker_id, group_code, starts_on) VALUES (${row}, '${code}', '2026-06-01')`,
          ),
          `timeline_entry (id, site_id, org_id, jobseeker_id, kind, subject_type, subject_id, occurred_on)
            VALUES (${row}, 'placement.recorded', 'placement', gen_random_uuid(), '2026-06-01')`,
        ])
          await t.owner.query(`INSERT INTO ${insert}`, [site.siteId, organisation, person]);
    const READ = `
      SELECT jobseeker_id AS "jobseekerId", org_id AS "organisationId", category, count(*)::int AS rows FROM (
        SELECT jobseeker_id, org_id, 'benefits' AS category FROM benefit UNION ALL SELECT jobseeker_id, org_id, 'referrals' FROM wish
        UNION ALL SELECT jobseeker_id, org_id, 'plan' FROM support_case UNION ALL SELECT jobseeker_id, org_id, 'consultations' FROM consultation
        UNION ALL SELECT jobseeker_id, org_id, 'consultations' FROM next_action
        UNION ALL SELECT jobseeker_id, org_id, CASE group_code WHEN 'disabled' THEN 'health' WHEN 'youth' THEN 'circumstances' ELSE 'benefits' END
          FROM group_membership
        UNION ALL SELECT jobseeker_id, org_id, 'referrals' FROM timeline_entry WHERE kind = 'placement.recorded') written
      WHERE jobseeker_id = ANY ($1) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
    const everything: (OwnedRecord & { rows: number })[] = await t.owner.query(READ, [people]);
    const registered = [site.city, site.helloWork];

    const grants = fc.array(
      fc.record({
        jobseekerId: fc.constantFrom(...people),
        giver: fc.constantFrom(...site.all),
        receiver: fc.constantFrom(...site.all),
        // The identity comes first in whatever is shared.
        category: fc.oneof(fc.constant('identity' as const), fc.constantFrom(...SHARING_CATEGORIES)),
        startsOn: fc.constantFrom(addDays(SPEC_DAY, -3), SPEC_DAY, addDays(SPEC_DAY, 1)),
        endsOn: fc.constantFrom(null, SPEC_DAY, addDays(SPEC_DAY, 1)),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(grants, async (drawn) => {
        const written: Grant[] = drawn.filter(
          ({ giver, receiver, startsOn, endsOn }) => giver !== receiver && (endsOn === null || endsOn >= startsOn),
        );
        await t.owner.query('DELETE FROM sharing_grant WHERE jobseeker_id = ANY ($1)', [people]);
        await t.owner.query(
          `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on, ends_on)
           SELECT $1, g."jobseekerId", g.giver, g.receiver, g.category, 'support_meeting', g."startsOn", g."endsOn" FROM jsonb_to_recordset($2::jsonb)
             AS g("jobseekerId" uuid, giver int, receiver int, category text, "startsOn" date, "endsOn" date)`,
          [site.siteId, JSON.stringify(written)],
        );
        for (const reader of site.all) {
          const knows = (person: string): boolean =>
            registered[people.indexOf(person)] === reader ||
            site.all.some(
              (giver) =>
                maySee(
                  reader,
                  { jobseekerId: person, organisationId: giver, category: 'identity' },
                  written.filter(({ receiver }) => receiver === reader),
                  SPEC_DAY,
                ) && giver !== reader,
            );
          const expected = everything.filter(
            (record) => knows(record.jobseekerId) && maySee(reader, record, written, SPEC_DAY),
          );
          expect(await site.as(reader, READ, [people])).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
