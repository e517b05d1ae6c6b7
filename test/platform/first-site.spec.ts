import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { InvalidInput, movableClock } from '#kernel';
import { foundFirstSite, foundNewSite, hasStaff, readSiteDescription } from '../../src/founding/index.js';
import { createWeb } from '../../src/web.js';
import { ApiUser } from '../support/application.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const FIRST = { login: 'first', password: 'saisho-no-kotoba' };
const DESCRIPTION = `
code: mihon
name: 見本市就労支援コーナー
openedOn: 2026-04-01
organisations:
  - { code: mihon-city, name: 見本市, side: municipal }
  - { code: hw-mihon, name: ハローワーク見本, side: national }
reasons:
  - { code: winter-roads, name: 冬の道路, occasions: [declined, left] }
staff:
  - { login: hanako, name: 見本 花子, nameKana: ミホン ハナコ, role: site_administrator, organisation: mihon-city }
  - { login: susumu, name: 例示 進, nameKana: レイジ ススム, role: site_administrator, organisation: hw-mihon }
`;

describe('an installation where nobody is registered yet', () => {
  let database: FreshDatabase;
  const clock = movableClock('2026-06-10');
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const codesOf = async (work: Promise<unknown>): Promise<string[][]> => {
    const error = await work.catch((thrown: unknown) => thrown);
    if (!(error instanceof InvalidInput)) throw error;
    return error.fields.map(({ field, code }) => [field, code]);
  };

  it('says on the sign-in page what to run, and gets its first administrator once', async () => {
    const app = await createWeb({
      root: resolve('.'),
      database,
      cookieSecret: 'for-specs-only-for-specs-only-32',
      clock,
      poolSize: 2,
    });
    try {
      expect((await app.inject('/sign-in')).body).toContain('found-site');
      const founded = await Promise.all([1, 2].map(() => foundFirstSite(database.ownerUrl, FIRST, clock)));
      expect(founded.sort()).toEqual([false, true]);
      expect((await app.inject('/sign-in')).body).not.toContain('found-site');
      const { body } = await new ApiUser(app, undefined).post('/sessions', FIRST);
      const administrator = new ApiUser(app, body.token);
      expect((await administrator.get('/site')).body.error.code).toBe('password_change_required');
      await administrator.put('/account/password', { currentPassword: FIRST.password, newPassword: 'jibun-no-kotoba' });
      expect((await administrator.get('/site')).body.organisations.map(({ side }: { side: string }) => side)).toEqual([
        'municipal',
        'national',
      ]);
    } finally {
      await app.close();
    }
  });

  it('takes no short password', async () => {
    expect(await codesOf(foundFirstSite(database.ownerUrl, { login: 'first', password: 'short' }, clock))).toEqual([
      ['FIRST_ADMIN_PASSWORD', 'too_short'],
    ]);
    expect(await hasStaff(database.ownerUrl)).toBe(false);
  });

  it('can be described in a file, with administrators of both sides who are given passwords', async () => {
    const site = await readSiteDescription(DESCRIPTION);
    await foundNewSite(database.ownerUrl, site);
    expect(new Set(site.staff.map(({ password }) => password)).size).toBe(2);
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    expect(
      await owner.query(
        'SELECT s.login, o.side, c.must_change FROM staff s JOIN organisation o ON o.id = s.organisation_id JOIN credential c ON c.staff_id = s.id ORDER BY 1',
      ),
    ).toEqual([
      { login: 'hanako', side: 'municipal', must_change: true },
      { login: 'susumu', side: 'national', must_change: true },
    ]);
    expect(await owner.query('SELECT code, name, occasions FROM reason')).toEqual([
      { code: 'winter-roads', name: '冬の道路', occasions: ['declined', 'left'] },
    ]);
    await owner.destroy();
    expect(await codesOf(foundNewSite(database.ownerUrl, site))).toEqual([['code', 'code_taken']]);
  });

  it('names what is wrong in the file', async () => {
    expect(
      await codesOf(
        readSiteDescription(DESCRIPTION.replace('side: national', 'side: municipal').replace('レイジ ススム', '進')),
      ),
    ).toEqual([
      ['organisations', 'no_national_organisation'],
      ['staff.1.nameKana', 'not_kana'],
    ]);
    expect(await codesOf(readSiteDescription(DESCRIPTION.replace('openedOn: 2026-04-01', '')))).toEqual([
      ['openedOn', 'required'],
    ]);
  });

  it('is refused where one side has nobody', async () => {
    const lonely = DESCRIPTION.replace('organisation: hw-mihon', 'organisation: mihon-city');
    expect(await codesOf(readSiteDescription(lonely))).toEqual([['staff', 'no_national_staff']]);
  });

  it('renames no organisation that is known, and takes none for the other side', async () => {
    await foundNewSite(database.ownerUrl, await readSiteDescription(DESCRIPTION));
    const second = DESCRIPTION.replace('code: mihon\n', 'code: bekken\n')
      .replace('login: hanako', 'login: second')
      .replace('login: susumu', 'login: third');
    const otherwise = second
      .replace('name: 見本市, side', 'name: 別の名, side')
      .replace('side: national', 'side: temporary')
      .replace('side: municipal', 'side: national')
      .replace('side: temporary', 'side: municipal');
    expect(await codesOf(foundNewSite(database.ownerUrl, await readSiteDescription(otherwise)))).toEqual([
      ['organisations.0.side', 'organisation_of_other_side'],
      ['organisations.0.name', 'organisation_named_otherwise'],
      ['organisations.1.side', 'organisation_of_other_side'],
    ]);
    await foundNewSite(database.ownerUrl, await readSiteDescription(second));
  });
});
