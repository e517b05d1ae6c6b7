import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import type { IsoDate } from '#kernel';
import { NIGHTLY_BACKUP, type NightlyBackup, takeBackup, verifyBackup } from '../platform/backup/index.js';
import { messageOf } from '../platform/logging/index.js';
import { type DueWork, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { BackupRunsRepository, type MadeBackup } from './backup-runs.repository.js';

const WORKER: SystemActor = { kind: 'system', name: 'worker', siteIds: [], organisationIds: [] };
/** Two in the morning, Tokyo. */
const SCHEDULE = '0 2 * * *';
const [TOKYO_HOURS, HOUR_OF_NIGHT, HOUR_MS] = [9, 2, 3_600_000];
/** No backup takes that long; the worker that began it is gone. */
const GIVEN_UP_AFTER_HOURS = 6;
const LONGEST_ERROR = 500;
const NAME = /^team-support-\d{8}T\d{6}Z\.backup$/;
const LEFTOVER = /^team-support-\d{8}T\d{6}Z\.backup\.unverified(\.unfinished)?$/;

/**
 * Every night a backup into a folder, through a role that reads every row and is known to the worker alone. It bears its name once it
 * has been read back; older ones than the last N go. What failed is tried again every hour, stands on the administrators' page, and they
 * are told once.
 */
@Injectable()
export class NightlyBackupJob implements OnModuleInit {
  static readonly topic = 'backup.nightly';

  constructor(
    @Inject(NIGHTLY_BACKUP) private readonly settings: NightlyBackup | undefined,
    private readonly work: UnitOfWork,
    private readonly runs: BackupRunsRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    const { settings } = this;
    if (settings === undefined) return;
    this.handlers.register({
      topic: NightlyBackupJob.topic,
      schedule: SCHEDULE,
      handle: async () => {
        for (const { make } of await this.due(settings)) await make();
      },
      due: () => this.due(settings),
    });
  }

  private async due(settings: NightlyBackup): Promise<DueWork[]> {
    const { night, made } = await this.work.write(WORKER, { purpose: NightlyBackupJob.topic }, async (tx) => {
      await this.runs.giveUp(tx, GIVEN_UP_AFTER_HOURS);
      const last = nightOf(tx.now);
      return { night: last, made: await this.runs.isMade(tx, last) };
    });
    return made ? [] : [{ what: `night ${night}`, make: () => this.make(settings, night) }];
  }

  /**
   * @returns 0 when somebody else was quicker
   * @throws what it failed of, which is on record then
   */
  private async make(settings: NightlyBackup, night: IsoDate): Promise<number> {
    const purpose = NightlyBackupJob.topic;
    const begun = await this.work.write(WORKER, { purpose }, async (tx) => ({
      id: await this.runs.begin(tx, night),
      name: `team-support-${tx.now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`,
    }));
    const { id } = begun;
    if (id === undefined) return 0;
    try {
      const made = await this.writeFile(settings, begun.name);
      await this.work.write(WORKER, { purpose }, (tx) => this.runs.succeed(tx, id, made));
    } catch (error) {
      const reason = messageOf(error).slice(0, LONGEST_ERROR);
      await this.work.write(WORKER, { purpose }, (tx) => this.runs.fail(tx, id, reason));
      throw error;
    }
    await forgetOlder(settings);
    return 1;
  }

  private async writeFile(settings: NightlyBackup, name: string): Promise<MadeBackup> {
    const { folder, url, passphrase, application } = settings;
    await removeAll(
      folder,
      (await readdir(folder)).filter((one) => LEFTOVER.test(one)),
    );
    const unverified = path.join(folder, `${name}.unverified`);
    const { bytes, rows } = await takeBackup({ url, file: unverified, passphrase, application });
    const verified = await verifyBackup(unverified, passphrase);
    if (verified.rows !== rows) throw new Error(`${verified.rows} rows were read back of ${rows}`);
    await rename(unverified, path.join(folder, name));
    return { file: name, bytes, rows };
  }
}

/** The day whose two o'clock in the morning (Tokyo) was the last one. */
function nightOf(now: Date): IsoDate {
  return new Date(now.getTime() + (TOKYO_HOURS - HOUR_OF_NIGHT) * HOUR_MS).toISOString().slice(0, 10) as IsoDate;
}

/** Names sort by moment. */
async function forgetOlder({ folder, keep }: NightlyBackup): Promise<void> {
  const made = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  await removeAll(folder, made.slice(0, -keep));
}

async function removeAll(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(path.join(folder, name), { force: true });
}
