import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { DUPLICATE_TOLD_TOPIC, type DuplicateTold } from '../jobseekers/index.js';
import { type JobPayload, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

/** Tells of a question about a duplicate (重複の確認) whoever may answer it, and of the result the other side. The notice names nobody. */
@Injectable()
export class DuplicateNoticesJob implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: DUPLICATE_TOLD_TOPIC,
      // Its writers are the questions' job and service, which write exactly this.
      handle: (payload: JobPayload, messageId: string) => this.tell(payload as unknown as DuplicateTold, messageId),
    });
  }

  private async tell({ siteId, questionId }: DuplicateTold, messageId: string): Promise<void> {
    await this.work.write(WORKER(siteId), { purpose: DUPLICATE_TOLD_TOPIC }, (tx) =>
      tx.sql(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, outbox_id)
         SELECT gen_random_uuid(), $1, d.staff_id, d.kind, 'duplicate_suspicion', $2, $3 FROM told_of_duplicate($2) d
         ON CONFLICT (staff_id, outbox_id, site_id) DO NOTHING`,
        [siteId, questionId, messageId],
      ),
    );
  }
}
