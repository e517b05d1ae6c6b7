import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { BACKUP_TURN_TOPIC, type BackupTurned } from '../backups/index.js';
import { SitesRepository } from '../organisations/index.js';
import { type JobPayload, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { tellRole } from './tell-role.js';

const WORKER = (siteIds: number[]): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds,
  organisationIds: [],
});

const KINDS = { failed: 'backup_failed', works_again: 'backup_works_again' } as const;

/** Tells the administrators of every site that the night's backups have begun to fail, or are made again: once each. */
@Injectable()
export class BackupNoticesJob implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: BACKUP_TURN_TOPIC,
      // Its one writer is the record of backups, which writes exactly this.
      handle: (payload: JobPayload, messageId: string) => this.tell(payload as unknown as BackupTurned, messageId),
    });
  }

  private async tell({ turn, runId }: BackupTurned, messageId: string): Promise<void> {
    const siteIds = await this.work.read(WORKER([]), (tx) => this.sites.allIds(tx));
    await this.work.write(WORKER(siteIds), { purpose: BACKUP_TURN_TOPIC }, async (tx) => {
      for (const siteId of siteIds)
        await tellRole(tx, siteId, 'site_administrator', {
          kind: KINDS[turn],
          subjectType: 'backup_run',
          subjectId: uuidOfRun(runId),
          messageId,
        });
    });
  }
}

/** What a notice is about has a uuid everywhere else; a run of the backup has a number. */
const uuidOfRun = (id: string): string => `00000000-0000-0000-0000-${BigInt(id).toString(16).padStart(12, '0')}`;
