import { mkdirSync, mkdtempSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BackupRunsRepository } from '../../src/backups/index.js';
import { NightlyBackupJob } from '../../src/backups/nightly-backup.job.js';
import { nightlyBackup } from '../../src/backup-commands.js';
import { readConfig } from '../../src/platform/config/index.js';
import { verifyBackup } from '../../src/platform/backup/index.js';
import { execute } from '../../src/platform/database/embedded/index.js';
import { withDatabase } from '../../src/platform/database/embedded/databases.js';
import { JobHandlers, type JobPayload } from '../../src/platform/queue/index.js';
import { UnitOfWork } from '../../src/platform/unit-of-work/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { aJobseeker } from '../support/arrangements/jobseekers.js';
import { testServer } from '../support/embedded.js';
import { PageUser } from '../support/pages.js';
import { projectRoot, runFolder } from '../support/run.js';

const PASSPHRASE = 'for the nights of this spec';

describe('the nightly backup', () => {
  let t: TestApplication;
  let folder: string;
  let url: string;
  let administrator: PageUser;
  beforeAll(async () => {
    t = await startApplication('2026-06-10');
    folder = mkdtempSync(path.join(runFolder(), 'nights-'));
    url = withDatabase((await testServer()).backupUrl, t.database.name);
    administrator = await PageUser.signedIn(t, 'administrator');
  });
  afterAll(() => t.close());

  const worker = (keep = 2): JobHandlers => {
    const handlers = new JobHandlers();
    const settings = { folder, keep, url, passphrase: PASSPHRASE, application: '0.1.0' };
    new NightlyBackupJob(settings, t.app.get(UnitOfWork), t.app.get(BackupRunsRepository), handlers).onModuleInit();
    return handlers;
  };
  const night = () => worker().handle(NightlyBackupJob.topic, {}, '');
  const runs = (): Promise<{ night: string; file: string | null; error: string | null; verified: boolean }[]> =>
    t.owner.query('SELECT night::text, file, error, verified_at IS NOT NULL AS verified FROM backup_run ORDER BY id');
  const card = async (): Promise<string> => (await administrator.get('/site')).html;

  it('says on the administrators’ page that there is none yet', async () => {
    expect(await card()).toContain('夜間バックアップはまだ一度も作られていません。');
  });

  it('is made once a night, by whichever worker comes first, holds every row and is read back', async () => {
    await aJobseeker(t, 'caseworker');
    await Promise.all([night(), night()]);
    await night();
    const files = readdirSync(folder);
    expect(files).toEqual([expect.stringMatching(/^team-support-\d{8}T\d{6}Z\.backup$/)]);
    expect(await runs()).toEqual([{ night: '2026-06-10', file: files[0], error: null, verified: true }]);
    const { contents } = await verifyBackup(path.join(folder, files[0] ?? ''), PASSPHRASE);
    expect(contents.jobseeker?.rows).toBe(1);
    expect(statSync(path.join(folder, files[0] ?? '')).mode & 0o077).toBe(0);
    expect(await card()).toMatch(/最後に作成し、読み戻して確認したのは.*です。/);
  });

  it('keeps the last ones, and nothing that is not its own goes', async () => {
    writeFileSync(path.join(folder, 'another file'), '');
    writeFileSync(path.join(folder, 'team-support-20260601T000000Z.backup.unverified'), 'of a worker that was killed');
    for (const day of ['2026-06-11', '2026-06-12']) {
      t.clock.set(day);
      await night();
    }
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(3);
    expect(files).toEqual(['another file', ...(await runs()).slice(1).map(({ file }) => file)]);
    expect((await runs()).map((run) => run.night)).toEqual(['2026-06-10', '2026-06-11', '2026-06-12']);
  });

  it('that fails is on record and on the page in red, and is tried again', async () => {
    t.clock.set('2026-06-13');
    administrator = await PageUser.signedIn(t, 'administrator');
    renameSync(folder, `${folder}-away`);
    await expect(night()).rejects.toThrow(/ENOENT/);
    expect((await runs()).at(-1)).toMatchObject({ night: '2026-06-13', file: null, verified: false });
    const red = await card();
    expect(red).toContain('notice-error');
    expect(red).toContain('夜間バックアップに失敗しました');
    expect(red).toContain('ENOENT');
    mkdirSync(folder);
    t.clock.set('2026-06-14');
    administrator = await PageUser.signedIn(t, 'administrator');
    const [work] = (await worker().all[0]?.due?.()) ?? [];
    expect(await work?.make()).toBe(1);
    expect(await card()).not.toContain('失敗');
    expect(await card()).not.toContain('その後の夜は作られていません。');
    t.clock.set('2026-06-17');
    administrator = await PageUser.signedIn(t, 'administrator');
    expect(await card()).toContain('その後の夜は作られていません。');
  });

  it('is told to the administrators of every site once when it begins to fail, and once when it is made again', async () => {
    const deliver = async (): Promise<void> => {
      const messages: { id: string; topic: string; payload: JobPayload }[] = await t.owner.query(
        `SELECT id, topic, payload FROM outbox_message WHERE topic = 'backup.turned' ORDER BY id`,
      );
      // As a queue does that hands a job out twice, to two workers at once.
      for (const { id, topic, payload } of messages)
        await Promise.all([1, 2].map(() => t.app.get(JobHandlers).handle(topic, payload, id)));
    };
    const told = (): Promise<{ login: string; kind: string }[]> =>
      t.owner.query(
        `SELECT s.login, n.kind FROM notification n JOIN staff s ON s.id = n.staff_id WHERE n.kind LIKE 'backup%' ORDER BY n.kind, s.login`,
      );
    await deliver();
    renameSync(folder, `${folder}-away-again`);
    for (const day of ['2026-06-18', '2026-06-19']) {
      t.clock.set(day);
      for (const _ of [1, 2]) await expect(night()).rejects.toThrow(/ENOENT/);
    }
    await deliver();
    mkdirSync(folder);
    for (const day of ['2026-06-20', '2026-06-21']) {
      t.clock.set(day);
      await night();
    }
    // A worker that was killed at it has failed as well, which the next one finds.
    await t.owner.query(
      `INSERT INTO backup_run (night, started_at) VALUES ('2026-06-22', '2026-06-22T02:00:00+09:00')`,
    );
    t.clock.set('2026-06-22');
    await night();
    await deliver();
    const again = await told();
    const of = (kind: string): string[] => again.filter((line) => line.kind === kind).map(({ login }) => login);
    const administrators: { login: string }[] = await t.owner.query(
      `SELECT login FROM staff WHERE role = 'site_administrator' ORDER BY login`,
    );
    // In the life of this spec: above, and here twice.
    const thrice = administrators.flatMap(({ login }) => [login, login, login]);
    expect([of('backup_failed'), of('backup_works_again')]).toEqual([thrice, thrice]);
    administrator = await PageUser.signedIn(t, 'administrator');
    const { html } = await administrator.get('/notifications');
    expect(html).toMatch(/<a [^>]*href="\/site"[^>]*><span>夜間バックアップに失敗しました/);
    expect(html).toContain('夜間バックアップが再び作成されました');
  });

  it('is shown to administrators alone', async () => {
    const caseworker = await PageUser.signedIn(t, 'caseworker');
    expect((await caseworker.get('/site')).status).toBe(403);
  });

  it('is taken through a role that reads every row and can write none', async () => {
    expect(await execute(url, ['SELECT id FROM jobseeker'])).toBe(1);
    for (const statement of ['DELETE FROM jobseeker', 'TRUNCATE jobseeker', 'CREATE TABLE public.mine ()'])
      await expect(execute(url, ['SET default_transaction_read_only = off', statement])).rejects.toThrow(
        /permission denied/,
      );
    await expect(execute(url, ['DELETE FROM jobseeker'])).rejects.toThrow(/permission denied|read-only/);
  });

  it('needs its folder and its role', () => {
    const of = (env: NodeJS.ProcessEnv) => nightlyBackup(readConfig(env, projectRoot()));
    expect(of({})).toBeUndefined();
    expect(of({ DATABASE_BACKUP_URL: url, BACKUP_FOLDER: '/nights' })).toMatchObject({ folder: '/nights', keep: 14 });
    expect(() => of({ BACKUP_FOLDER: '/nights' })).toThrow(/DATABASE_BACKUP_URL is not/);
    expect(() => of({ BACKUP_KEEP: '0' })).toThrow(/BACKUP_KEEP must be/);
  });
});
