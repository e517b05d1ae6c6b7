import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Role, Side, StaffActor, SystemActor } from '#access';
import { activityOf, type Colleague, recipientsOf } from '#activity';
import { type JobPayload, JobHandlers } from '../platform/queue/index.js';
import { NOTICE_TOPIC, type NoticeWanted, UnitOfWork } from '../platform/unit-of-work/index.js';

const worker = (siteId: number): SystemActor => ({
  kind: 'system',
  name: 'worker',
  siteIds: [siteId],
  organisationIds: [],
});

interface ColleagueRow {
  staff_id: string;
  organisation_id: number;
  side: Side;
  role: Role;
  on_case: boolean;
  with_person: boolean;
}

/**
 * Tells of an activity whom the registry names, of those who may see the person when it is delivered. A message that comes again
 * tells nobody twice: a notice is known by its recipient and its message.
 */
@Injectable()
export class DeliverNoticesJob implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      topic: NOTICE_TOPIC,
      // The one writer of this topic is the unit of work, which writes exactly this.
      handle: (payload: JobPayload, messageId: string) =>
        this.deliver(payload as unknown as NoticeWanted, messageId).then(() => undefined),
    });
  }

  /** @returns how many were told */
  async deliver(wanted: NoticeWanted, messageId: string): Promise<number> {
    const tells = activityOf(wanted.kind)?.notifies;
    // A kind that tells nobody any more, met after an update: the message is of the version before.
    if (!tells) return 0;
    const { siteId, author, data } = wanted;
    const candidates = recipientsOf(tells, { author, data }, await this.colleagues(wanted));
    const recipients: string[] = [];
    for (const colleague of candidates)
      if (tells.evenOutOfSight === true || (await this.sees(colleague, wanted))) recipients.push(colleague.staffId);
    return this.work.write(worker(siteId), { purpose: NOTICE_TOPIC }, (tx) =>
      this.insert(tx, wanted, messageId, recipients),
    );
  }

  private async colleagues({ siteId, jobseekerId, supportCaseId }: NoticeWanted): Promise<Colleague[]> {
    const rows = await this.work.read(worker(siteId), (tx) =>
      tx.sql<ColleagueRow>('SELECT * FROM notification_colleagues($1, $2, $3)', [siteId, jobseekerId, supportCaseId]),
    );
    return rows.map(({ staff_id, organisation_id, side, role, on_case, with_person }) => ({
      staffId: staff_id,
      organisationId: organisation_id,
      side,
      role,
      onCase: on_case,
      withPerson: with_person,
    }));
  }

  /** Asked of the database as the recipient: row-level security answers, and nothing else. */
  private async sees(colleague: Colleague, { siteId, jobseekerId, kind, subjectId }: NoticeWanted): Promise<boolean> {
    const recipient: StaffActor = {
      kind: 'staff',
      ...colleague,
      name: '',
      organisationName: '',
      siteIds: [siteId],
      siteId,
      deskId: null,
    };
    // By the line of the timeline that was written with it: it is shared as the record is that it is about.
    const found = await this.work.read(recipient, (tx) =>
      tx.sql(
        `SELECT 1 FROM jobseeker_head j WHERE j.id = $1
           AND EXISTS (SELECT 1 FROM timeline_entry t WHERE t.jobseeker_id = $1 AND t.kind = $2 AND t.subject_id = $3)`,
        [jobseekerId, kind, subjectId],
      ),
    );
    return found.length > 0;
  }

  private async insert(
    tx: Parameters<Parameters<UnitOfWork['write']>[2]>[0],
    { kind, siteId, subjectType, subjectId, jobseekerId, supportCaseId }: NoticeWanted,
    messageId: string,
    recipients: readonly string[],
  ): Promise<number> {
    const told = await tx.sql(
      `INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id, jobseeker_id, support_case_id, outbox_id)
       SELECT gen_random_uuid(), $1, recipient, $2, $3, $4, $5, $6, $7 FROM unnest($8::uuid[]) recipient
       ON CONFLICT (staff_id, outbox_id, site_id) DO NOTHING RETURNING id`,
      [siteId, kind, subjectType, subjectId, jobseekerId, supportCaseId, messageId, recipients],
    );
    return told.length;
  }
}
