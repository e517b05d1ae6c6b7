import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemActor } from '#access';
import { endNotice, MACHINE_ACCOUNT } from '#domain/organisation';
import { addDays, type IsoDate } from '#kernel';
import { SitesRepository } from '../../organisations/index.js';
import { type DueWork, JobHandlers } from '../../platform/queue/index.js';
import { tellMessage, type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

interface EndingAccount {
  readonly id: string;
  readonly orgId: number;
  readonly endsOn: IsoDate;
  readonly told: string | null;
  readonly ownerId: string | null;
}

/**
 * Tells of the end of a machine's account a month and a week before, and writes the end when it has come; says so when whoever answered for one works
 * here no more. Nothing waits for it: a token is refused by the day itself.
 */
@Injectable()
export class MachineAccountsJob implements OnModuleInit {
  static readonly topic = 'machine_accounts.end';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: MachineAccountsJob.topic,
      schedule: '30 6 * * *',
      handle: async () => {
        for (const { make } of await this.due()) await make();
      },
      due: () => this.due(),
    });
  }

  private async due(): Promise<DueWork[]> {
    const siteIds = await this.work.read(WORKER(0), (tx) => this.sites.allIds(tx));
    return siteIds.map((siteId) => ({ what: `site ${siteId}`, make: () => this.run(siteId) }));
  }

  /** @returns how many accounts somebody was told of */
  private run(siteId: number): Promise<number> {
    return this.work.write(WORKER(siteId), { purpose: MachineAccountsJob.topic }, async (tx) => {
      const left = await this.endOwnersWhoLeft(tx, siteId);
      return left + (await this.tellOfEnds(tx, siteId));
    });
  }

  private async endOwnersWhoLeft(tx: Transaction, siteId: number): Promise<number> {
    // Whoever was asked and left is asked no more, which is no loss to anybody.
    const gone = await tx.sql<{ id: string; orgId: number; answered: boolean }>(
      `UPDATE machine_account_owner w SET ended_at = $1 FROM machine_account m
       WHERE m.id = w.machine_account_id AND m.site_id = $2 AND m.ended_at IS NULL AND w.ended_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM staff_at_work h WHERE h.staff_id = w.staff_id AND h.site_id = $2)
       RETURNING m.id, m.org_id AS "orgId", w.accepted_at IS NOT NULL AS answered`,
      [tx.now, siteId],
    );
    const left = gone.filter(({ answered }) => answered);
    for (const { id, orgId } of left)
      tx.send(
        tellMessage({
          kind: 'machine_without_owner',
          subjectType: 'machine_account',
          subjectId: id,
          to: [{ role: 'site_administrator', organisationId: orgId, siteId }],
        }),
      );
    return left.length;
  }

  private async tellOfEnds(tx: Transaction, siteId: number): Promise<number> {
    const near = await tx.sql<EndingAccount>(
      `SELECT m.id, m.org_id AS "orgId", m.ends_on AS "endsOn", m.end_told AS told,
         (SELECT w.staff_id FROM machine_account_owner w
          WHERE w.machine_account_id = m.id AND w.accepted_at IS NOT NULL AND w.ended_at IS NULL) AS "ownerId"
       FROM machine_account m WHERE m.site_id = $1 AND m.ended_at IS NULL AND m.ends_on <= $2 ORDER BY m.id FOR UPDATE`,
      [siteId, addDays(tx.today, MACHINE_ACCOUNT.firstNoticeDays)],
    );
    let told = 0;
    for (const { id, orgId, endsOn, told: before, ownerId } of near) {
      const kind = endNotice(endsOn, tx.today);
      if (kind === null || kind === before) continue;
      const isOver = kind === 'machine_ended';
      await tx.sql(
        `UPDATE machine_account SET end_told = $2, ended_at = CASE WHEN $3 THEN $4::timestamptz END,
           end_reason = CASE WHEN $3 THEN 'expired' END WHERE id = $1`,
        [id, kind, isOver, tx.now],
      );
      if (isOver)
        tx.record({
          kind: 'machine_account.ended',
          subject: { type: 'machine_account', id },
        });
      tx.send(
        tellMessage({
          kind,
          subjectType: 'machine_account',
          subjectId: id,
          to: [
            ...(ownerId === null ? [] : [{ staffId: ownerId }]),
            { role: 'site_administrator', organisationId: orgId, siteId },
          ],
        }),
      );
      told += 1;
    }
    return told;
  }
}
