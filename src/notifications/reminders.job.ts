import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor, SystemActor } from '#access';
import { addDays, type IsoDate, tokyoTimeOf } from '#kernel';
import { type DueWork, JobHandlers } from '../platform/queue/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
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
 * Reminds who sees to it of what is due or overdue (次の行動, 手順, 見直し), and of what ends by its day (支援措置, 同意, 会議などの決定). Once per thing,
 * reader and due date, however often it runs; a changed due date reminds anew.
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

  /** What is due and whose it is, as far as nobody was reminded of it. */
  private unsent(tx: Transaction<SystemActor>, siteId: number): Promise<DueLine[]> {
    return tx.sql<DueLine>(
      `SELECT kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on::text, staff_id FROM due_work_of_staff d
       WHERE site_id = $1 AND due_on <= $2 AND staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notification n
         WHERE n.staff_id = d.staff_id AND n.kind = d.kind AND n.subject_id = d.subject_id AND n.due_on = d.due_on)`,
      [siteId, lastMorning(tx.now, tx.today)],
    );
  }

  /** What of sharing ends, ended or was not confirmed in time, and who is to be told, as far as nobody was. */
  private endsOfSharing(tx: Transaction<SystemActor>, siteId: number): Promise<DueLine[]> {
    return tx.sql<DueLine>(
      `SELECT kind, subject_type, subject_id, jobseeker_id, NULL AS support_case_id, due_on::text, staff_id FROM sharing_to_remind($1, $2) r
       WHERE NOT EXISTS (SELECT 1 FROM notification n
         WHERE n.staff_id = r.staff_id AND n.kind = r.kind AND n.subject_id = r.subject_id AND n.due_on = r.due_on)`,
      [siteId, lastMorning(tx.now, tx.today)],
    );
  }

  /**
   * Of these what each reader sees, asked of the database as them: whose name was put down for somebody that their organisation is shown no
   * more hears nothing of it.
   */
  private async inSight(siteId: number, due: readonly DueLine[], { of, among }: Sight): Promise<DueLine[]> {
    const staffIds = [...new Set(due.map(({ staff_id }) => staff_id))];
    const readers = await this.work.read(WORKER(siteId), (tx) =>
      tx.sql<Pick<StaffActor, 'staffId' | 'organisationId' | 'role' | 'side'>>(
        `SELECT h.staff_id AS "staffId", h.organisation_id AS "organisationId", h.role, o.side
         FROM staff_at_work h JOIN organisation_name o ON o.id = h.organisation_id WHERE h.site_id = $1 AND h.staff_id = ANY ($2::uuid[])`,
        [siteId, staffIds],
      ),
    );
    const seen: DueLine[] = [];
    for (const reader of readers) {
      const theirs = due.filter(({ staff_id }) => staff_id === reader.staffId);
      const actor: StaffActor = {
        ...{ kind: 'staff', name: '', organisationName: '', siteIds: [siteId], siteId, deskId: null },
        ...reader,
      };
      const ids = theirs.map((line) => line[of]);
      const rows = await this.work.read(actor, (tx) => among(tx, ids));
      const visible = new Set(rows.map(({ id }) => id));
      seen.push(...theirs.filter((line) => visible.has(line[of])));
    }
    return seen;
  }

  /** @returns how many reminders were new */
  private async remind(siteId: number): Promise<number> {
    const due = await this.work.read(WORKER(siteId), (tx) => this.unsent(tx, siteId));
    const ends = await this.work.read(WORKER(siteId), (tx) => this.endsOfSharing(tx, siteId));
    // Those whom an end shut out have to stop as well: they are told that it happened, and no name.
    const over = ends.filter(({ kind }) => isOver(kind));
    const coming = ends.filter(({ kind }) => !isOver(kind));
    const seen = [
      ...(await this.inSight(siteId, due, OF_WORK)),
      ...(await this.inSight(siteId, coming, OF_PERSON)),
      ...over,
    ];
    return this.work.write(WORKER(siteId), { purpose: RemindersJob.topic }, async (tx) => {
      const rows = seen.map((line) => ({ ...line, id: uuid() }));
      const sent = await tx.sql(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on)
         SELECT id, $1, staff_id, kind, subject_type, subject_id, jobseeker_id, support_case_id, due_on
         FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, staff_id uuid, kind text, subject_type text, subject_id uuid, jobseeker_id uuid,
           support_case_id uuid, due_on date)
         ON CONFLICT (staff_id, kind, subject_id, due_on) DO NOTHING RETURNING id`,
        [siteId, JSON.stringify(rows)],
      );
      // 支援措置: a month before its last day, and once it is over, those who may see the person.
      const protections = await tx.sql(
        `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, jobseeker_id, due_on)
         SELECT gen_random_uuid(), $1, p.staff_id, p.kind, 'jobseeker', p.jobseeker_id, p.jobseeker_id, p.due_on FROM protection_to_remind($1, $2) p
         ON CONFLICT (staff_id, kind, subject_id, due_on) DO NOTHING RETURNING id`,
        [siteId, lastMorning(tx.now, tx.today)],
      );
      return sent.length + protections.length;
    });
  }
}

/** A reminder as it is about to be sent. */
interface DueLine {
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly jobseeker_id: string;
  readonly support_case_id: string | null;
  readonly due_on: string;
  readonly staff_id: string;
}

/** By which of its ids a line is in sight, and which of these a reader sees. */
interface Sight {
  readonly of: 'subject_id' | 'jobseeker_id';
  readonly among: (tx: Transaction<StaffActor>, ids: readonly string[]) => Promise<{ readonly id: string }[]>;
}
const OF_WORK: Sight = {
  of: 'subject_id',
  among: (tx, ids) =>
    tx.sql<{ id: string }>('SELECT subject_id AS id FROM due_work WHERE subject_id = ANY ($1::uuid[])', [ids]),
};
const OF_PERSON: Sight = {
  of: 'jobseeker_id',
  among: (tx, ids) => tx.sql<{ id: string }>('SELECT id FROM jobseeker_head WHERE id = ANY ($1::uuid[])', [ids]),
};

const isOver = (kind: string): boolean => kind.endsWith('_expired') || kind.endsWith('_lapsed');

/** The last day whose morning has come, however late it is asked. */
function lastMorning(now: Date, today: IsoDate): IsoDate {
  return Number(tokyoTimeOf(now).slice(0, 2)) < MORNING ? addDays(today, -1) : today;
}
