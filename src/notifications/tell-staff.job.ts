import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { SitesRepository } from '../organisations/index.js';
import { type JobPayload, JobHandlers } from '../platform/queue/index.js';
import { TELL_TOPIC, type TellWanted, UnitOfWork } from '../platform/unit-of-work/index.js';

const WORKER = (siteIds: number[]): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds,
  organisationIds: [],
});

/**
 * Tells staff what concerns their sign-in, a machine they answer for or their organisation, at every site where they work: whoever comes in at one of
 * them is told. A message that comes again tells nobody twice.
 */
@Injectable()
export class TellStaffJob implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: TELL_TOPIC,
      // Written by `tellMessage` alone.
      handle: async (payload: JobPayload, messageId: string) => {
        await this.tell(payload as unknown as TellWanted, messageId);
      },
    });
  }

  /** @returns how many notices were new */
  async tell({ kind, subjectType, subjectId, to, except }: TellWanted, messageId: string): Promise<number> {
    const siteIds = await this.work.read(WORKER([]), (tx) => this.sites.allIds(tx));
    return this.work.write(WORKER(siteIds), { purpose: TELL_TOPIC }, async (tx) => {
      const told = await tx.sql(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, outbox_id)
         SELECT gen_random_uuid(), h.site_id, h.staff_id, $1, $2, $3, $4 FROM staff_at_work h
         WHERE h.staff_id IS DISTINCT FROM $5 AND EXISTS (SELECT 1 FROM jsonb_to_recordset($6::jsonb)
           AS w("staffId" uuid, role text, "organisationId" int, "siteId" int)
           WHERE h.staff_id = w."staffId" OR (h.role = w.role AND coalesce(w."organisationId", w."siteId") IS NOT NULL
             AND coalesce(h.organisation_id = w."organisationId", true) AND coalesce(h.site_id = w."siteId", true)))
         ON CONFLICT DO NOTHING RETURNING id`,
        [kind, subjectType, subjectId, messageId, except ?? null, JSON.stringify(to)],
      );
      return told.length;
    });
  }
}
