import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type SystemActor } from '#access';
import { addDays, type IsoDate, tokyoTimeOf } from '#kernel';
import { type DueWork, JobHandlers } from '../platform/queue/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { SitesRepository } from '../organisations/index.js';

const WORKER = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

/** Nobody is told at midnight of what the day asks for. */
const MORNING = 7;

/**
 * Reminds who sees to it of what is due or overdue (次の行動, 手順, 見直し). Once per thing, reader and due date, however often it runs;
 * a changed due date reminds anew.
 */
@Injectable()
export class RemindersJob implements OnModuleInit {
  static readonly topic = 'reminders.send';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: RemindersJob.topic,
      schedule: `0 ${MORNING} * * *`,
      handle: () => this.remindEverywhere(),
      due: () => this.due(),
    });
  }

  async remindEverywhere(): Promise<void> {
    for (const { make } of await this.due()) await make();
  }

  private async due(): Promise<DueWork[]> {
    const siteIds = await this.work.read(WORKER(0), (tx) => this.sites.allIds(tx));
    return siteIds.map((siteId) => ({ what: `site ${siteId}`, make: () => this.remind(siteId) }));
  }

  /** @returns how many reminders were new */
  private async remind(siteId: number): Promise<number> {
    return this.work.write(WORKER(siteId), { purpose: RemindersJob.topic }, async (tx) => {
      const due = await tx.sql<{
        kind: string;
        subject_type: string;
        subject_id: string;
        jobseeker_id: string;
        support_case_id: string | null;
        due_on: string;
        staff_id: string;
      }>(
        `SELECT kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on::text, staff_id FROM due_work_of_staff
         WHERE site_id = $1 AND due_on <= $2 AND staff_id IS NOT NULL`,
        [siteId, lastMorning(tx.now, tx.today)],
      );
      const rows = due.map((line) => ({ ...line, id: uuid() }));
      const sent = await tx.sql(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on)
         SELECT id, $1, staff_id, kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on
         FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, staff_id uuid, kind text, subject_type text, subject_id uuid, jobseeker_id uuid,
           support_case_id uuid, due_on date)
         ON CONFLICT (staff_id, kind, subject_id, due_on) DO NOTHING RETURNING id`,
        [siteId, JSON.stringify(rows)],
      );
      return sent.length;
    });
  }
}

/** The last day whose morning has come, however late it is asked. */
function lastMorning(now: Date, today: IsoDate): IsoDate {
  return Number(tokyoTimeOf(now).slice(0, 2)) < MORNING ? addDays(today, -1) : today;
}
