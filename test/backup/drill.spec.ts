import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { movableClock } from '#kernel';
import { isEncrypted, restoreBackup, takeBackup, verifyBackup } from '../../src/platform/backup/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createWeb } from '../../src/web.js';
import { type Contents, contentsOf } from '../migrations/contents.js';
import { FIRST_LANDING, landedDatabase } from '../migrations/landed-fixture.js';
import { schemaOf } from '../migrations/schema.js';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/database.js';
import { projectRoot, runFolder } from '../support/run.js';

/** The last day on which the fixture was worked with. */
const DAY = '2026-11-27';
const PASSWORD = 'mihon-demo-2026';
const PASSPHRASE = '合言葉 for the drill';
const APPLICATION = '0.1.0';

/** When views and policies were put in force, which a restore does anew, and what seals who acts, which it draws anew. */
const STAMPS = { except: { repeatable_sql: ['applied_at'], context_key: ['key', 'clock_is_given'] } };

/** Besides, what a step draws by chance (CreateInterviews, AgreeOnDefinitions). */
const DRAWN = { except: { ...STAMPS.except, interview: ['id'], definition_agreement: ['id'] } };

/** Written again by migrating and not by copying. */
const NOT_IN_THE_FILE = ['repeatable_sql', 'context_key'];

/** Two filled databases are made, and restored again and again. */
jest.setTimeout(120_000);

/** What an operator does on the worst day of the year, once a run of the tests. */
describe('a backup', () => {
  let folder: string;
  let original: FreshDatabase;
  let before: Contents;
  const open: FreshDatabase[] = [];
  const file = (name: string): string => path.join(folder, name);
  const empty = async (): Promise<FreshDatabase> => {
    const database = await emptyDatabase();
    open.push(database);
    return database;
  };
  const take = (database: FreshDatabase, name: string, passphrase?: string) =>
    takeBackup({ url: database.ownerUrl, file: file(name), passphrase, application: APPLICATION });
  const restore = (database: FreshDatabase, name: string, passphrase?: string) =>
    restoreBackup({ ownerUrl: database.ownerUrl, file: file(name), passphrase });
  const verify = (name: string) => verifyBackup(file(name), undefined);
  const ask = async <T>(url: string, sql: string): Promise<T[]> => {
    const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
    try {
      return await dataSource.query(sql);
    } finally {
      await dataSource.destroy();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(runFolder(), 'backup-'));
    original = await landedDatabase(FIRST_LANDING);
    open.push(original);
    await take(original, 'older');
    await migrate(original.ownerUrl);
    await ask(original.ownerUrl, 'UPDATE context_key SET clock_is_given = true');
    // Whatever a text can be: what COPY writes in another way than it is, and what looks like that.
    await ask(
      original.ownerUrl,
      String.raw`UPDATE jobseeker_identity i SET given_name = CASE j.number
          WHEN (SELECT min(number) FROM jobseeker) THEN E'\\N \t\\t\n\\.\n𠮷野家\u3000🙂' ELSE '\.' END
        FROM jobseeker j WHERE j.id = i.jobseeker_id AND j.org_id = i.org_id AND j.number IN (SELECT number FROM jobseeker ORDER BY number LIMIT 2)`,
    );
    before = await contentsOf(original.ownerUrl, STAMPS);
    await take(original, 'plain');
    await take(original, 'encrypted', PASSPHRASE);
  });
  afterAll(async () => {
    for (const database of open) await database.drop();
  });

  describe('restored into an empty database', () => {
    let restored: FreshDatabase;
    beforeAll(async () => {
      restored = await empty();
      const { tables, rows, migrated } = await restore(restored, 'encrypted', PASSPHRASE);
      const copied = Object.entries(before).filter(([name]) => !NOT_IN_THE_FILE.includes(name));
      expect([tables, rows]).toEqual([copied.length, copied.reduce((sum, [, table]) => sum + table.rows, 0)]);
      expect(rows).toBeGreaterThan(10_000);
      process.stdout.write(`Backup drill: ${tables} tables, ${rows} rows written, read back and restored.\n`);
      expect(migrated).toEqual([]);
    });

    it('has every row of every table as it was', async () => {
      expect(await contentsOf(restored.ownerUrl, STAMPS)).toEqual(before);
    });

    it('has a key of its own for who acts: whoever holds the file has not that of the other', async () => {
      const keys = 'SELECT key FROM context_key';
      const [[drawn], [other]] = [await ask(restored.ownerUrl, keys), await ask(original.ownerUrl, keys)];
      expect(drawn).toBeDefined();
      expect(drawn).not.toEqual(other);
    });

    it('has the same tables, constraints, policies, grants, functions and views', async () => {
      expect(await schemaOf(restored.ownerUrl)).toEqual(await schemaOf(original.ownerUrl));
      const steps = 'SELECT timestamp, name FROM migrations ORDER BY id';
      expect(await ask(restored.ownerUrl, steps)).toEqual(await ask(original.ownerUrl, steps));
    });

    it('goes on counting where the other stood', async () => {
      const drawn = `SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`;
      const sequences = await ask<{ last_value: string | null }>(restored.ownerUrl, drawn);
      expect(sequences).toEqual(await ask(original.ownerUrl, drawn));
      expect(sequences.filter(({ last_value }) => last_value !== null).length).toBeGreaterThan(5);
    });

    it('shows a stranger nothing', async () => {
      expect(await ask(restored.appUrl, 'SELECT id FROM jobseeker')).toEqual([]);
      expect(await ask(restored.ownerUrl, 'SELECT id FROM jobseeker LIMIT 1')).toHaveLength(1);
      await expect(ask(restored.appUrl, 'DELETE FROM jobseeker')).rejects.toThrow(/permission denied/);
    });

    it('is started on, and its people sign in and find their cases', async () => {
      await ask(restored.ownerUrl, 'UPDATE context_key SET clock_is_given = true');
      const app = await createWeb({
        root: projectRoot(),
        database: restored,
        cookieSecret: 'for-specs-only-for-specs-only-32',
        clock: movableClock(DAY),
        poolSize: 2,
      });
      try {
        const payload = { login: 'caseworker', password: PASSWORD };
        const opened = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload });
        expect(opened.statusCode).toBe(201);
        const { token } = JSON.parse(opened.body) as { token: string };
        const cases = await app.inject({
          method: 'GET',
          url: '/api/v1/caseload?scope=site&status=all',
          headers: { authorization: `Bearer ${token}` },
        });
        expect((JSON.parse(cases.body) as { items: unknown[] }).items.length).toBeGreaterThan(20);
      } finally {
        await app.close();
      }
    });
  });

  it('of an older version is restored and brought up to date', async () => {
    const [database, upgraded] = [await empty(), await landedDatabase(FIRST_LANDING)];
    open.push(upgraded);
    const { migrated } = await restore(database, 'older');
    expect(migrated).toContain('KeepRepeatableSql1000000000009');
    expect((await migrate(upgraded.ownerUrl)).slice(0, migrated.length)).toEqual(migrated);
    expect(await schemaOf(database.ownerUrl)).toEqual(await schemaOf(upgraded.ownerUrl));
    expect(await contentsOf(database.ownerUrl, DRAWN)).toEqual(await contentsOf(upgraded.ownerUrl, DRAWN));
  });

  it('is not readable without its passphrase', async () => {
    expect([await isEncrypted(file('plain')), await isEncrypted(file('encrypted'))]).toEqual([false, true]);
    const bytes = readFileSync(file('encrypted'));
    expect(bytes.indexOf('jobseeker')).toBe(-1);
    await expect(verifyBackup(file('encrypted'), undefined)).rejects.toThrow(/encrypted: its passphrase is needed/);
  });

  describe('is refused, and nothing is restored,', () => {
    let database: FreshDatabase;
    beforeAll(async () => {
      database = await empty();
    });
    afterEach(async () => {
      expect(
        await ask(database.ownerUrl, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
      ).toEqual([]);
    });
    const altered = (from: string, name: string, change: (bytes: Buffer) => Buffer): string => {
      writeFileSync(file(name), change(readFileSync(file(from))));
      return name;
    };
    const flipped = (share: number) => (bytes: Buffer) => {
      const at = Math.floor(bytes.length * share);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      return bytes;
    };

    it.each(['plain', 'encrypted'])('when it was cut off (%s)', async (name) => {
      copyFileSync(file(name), file(`${name}-cut`));
      truncateSync(file(`${name}-cut`), Math.floor(readFileSync(file(name)).length * 0.6));
      await expect(restore(database, `${name}-cut`, PASSPHRASE)).rejects.toThrow('The file ends before its end');
    });

    it.each([
      ['plain', 0.3],
      ['plain', 0.97],
      ['encrypted', 0.5],
      ['encrypted', 0.999],
    ])('when one bit of it has changed (%s, at %d of its length)', async (name, share) => {
      const damaged = altered(name, `${name}-flipped-${share}`, flipped(share));
      await expect(restore(database, damaged, PASSPHRASE)).rejects.toThrow(/The file is damaged|ends before its end/);
    });

    it('when chunks of an encrypted one are left out', async () => {
      const chunk = 4 + 65_536 + 16;
      const shorter = altered('encrypted', 'without-chunk', (bytes) => {
        const head = bytes.indexOf('\n') + 1;
        return Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + chunk)]);
      });
      await expect(restore(database, shorter, PASSPHRASE)).rejects.toThrow('The file is damaged');
    });

    it('with another passphrase', async () => {
      await expect(restore(database, 'encrypted', `${PASSPHRASE}!`)).rejects.toThrow(
        'The passphrase is not the one this file was encrypted with.',
      );
    });

    it('when its format is one of later', async () => {
      const later = altered('plain', 'later', (bytes) =>
        Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":2'), 'latin1'),
      );
      await expect(restore(database, later)).rejects.toThrow('The file has format 2, and this version');
    });

    it('when it is something else', async () => {
      writeFileSync(file('else'), 'PGDMP\n');
      await expect(restore(database, 'else')).rejects.toThrow(/is no backup/);
      await expect(restore(database, 'nowhere')).rejects.toThrow(/cannot be read/);
    });

    it('when a newer version made it', async () => {
      const newer = await freshDatabase();
      open.push(newer);
      await ask(newer.ownerUrl, `INSERT INTO migrations (timestamp, name) VALUES (9, 'KeepMore9000000000009')`);
      await take(newer, 'newer');
      await expect(restore(database, 'newer')).rejects.toThrow(
        /newer version \(0\.1\.0\), with steps that this one does not know: KeepMore9000000000009/,
      );
    });

    it('when its tables are not those its steps make', async () => {
      const other = await freshDatabase();
      open.push(other);
      await ask(other.ownerUrl, 'ALTER TABLE visit ADD COLUMN by_hand text');
      await take(other, 'by-hand');
      await expect(restore(database, 'by-hand')).rejects.toThrow(/not those that its steps make: visit\./);
    });

    it('when a row of it refers to none', async () => {
      const other = await freshDatabase();
      open.push(other);
      await ask(
        other.ownerUrl,
        `ALTER TABLE desk DROP CONSTRAINT desk_site_id_fkey; INSERT INTO desk (site_id, code, name) VALUES (4711, 'd', 'd')`,
      );
      await take(other, 'dangling');
      await expect(restore(database, 'dangling')).rejects.toThrow(/desk_site_id_fkey/);
    });
  });

  it('is refused by a database that is not empty, which stays as it is', async () => {
    await expect(restore(original, 'plain')).rejects.toThrow(/is not empty \(\d+ tables, views and sequences\)/);
    expect(await contentsOf(original.ownerUrl, STAMPS)).toEqual(before);
  });

  it('is not taken by a role that may read every table and does not see every row', async () => {
    const other = await freshDatabase();
    open.push(other);
    await ask(
      other.ownerUrl,
      'GRANT SELECT ON ALL TABLES IN SCHEMA public TO team_support_app; GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO team_support_app',
    );
    await expect(
      takeBackup({ url: other.appUrl, file: file('hidden'), passphrase: undefined, application: APPLICATION }),
    ).rejects.toThrow(/A role that does not see every row makes no backup \(.*row-level security/);
  });

  it('is not taken by the application, nor over another one; no file is left behind', async () => {
    await expect(
      takeBackup({ url: original.appUrl, file: file('hidden'), passphrase: undefined, application: APPLICATION }),
    ).rejects.toThrow(/A role that does not see every row makes no backup/);
    const kept = readFileSync(file('plain'));
    await expect(take(original, 'plain')).rejects.toThrow(/is there already/);
    expect(readFileSync(file('plain')).equals(kept)).toBe(true);
    expect(existsSync(file('hidden'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('is one moment of a database that is worked on', async () => {
    const writer = await new DataSource({ type: 'postgres', url: original.ownerUrl }).initialize();
    let [written, going] = [0, true];
    const write = async (): Promise<void> => {
      // Of two that belong together neither is there without the other.
      for (; going; written++)
        await writer.query(`WITH o AS (INSERT INTO organisation (code, name, side) VALUES ('w${written}', 'w', 'municipal') RETURNING id)
          INSERT INTO site_organisation (site_id, organisation_id) SELECT (SELECT min(id) FROM site), id FROM o`);
    };
    const writing = write();
    await take(original, 'worked-on').finally(() => (going = false));
    await writing;
    await writer.destroy();
    const [{ contents }, { contents: known }] = [await verify('worked-on'), await verify('plain')];
    const added = (table: string) => (contents[table]?.rows ?? 0) - (known[table]?.rows ?? 0);
    expect(written).toBeGreaterThan(added('organisation'));
    expect(added('site_organisation')).toBe(added('organisation'));
  });
});
