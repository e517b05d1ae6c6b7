import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import { noteOpening } from '../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { TIMELINE_NEWEST_FIRST } from './list-order.js';

/** One thing that happened on a case or to its person (経過). */
export interface TimelineLine {
  readonly id: string;
  /** noun.past_participle, as recorded. */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The day of the fact. */
  readonly occurredOn: IsoDate;
  /** The moment it was typed. */
  readonly recordedAt: Date;
  readonly by: { readonly name: string; readonly side: Side } | null;
  /** Codes, dates and ids; never free text. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The employer and the job it was about, looked up as the reader sees them now; null where the line is about no job. */
  readonly about: { readonly employer: string; readonly job: string | null } | null;
}

export interface TimelinePage {
  readonly items: readonly TimelineLine[];
  /** To be handed in as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

export interface TimelineAsked {
  readonly after?: string | undefined;
  /** At most 200. */
  readonly limit?: number | undefined;
}

/** 経過: what was recorded, in order, as the viewer may see it. Reads only; the unit of work writes. */
@Injectable()
export class TimelineService {
  constructor(private readonly work: UnitOfWork) {}

  /** See `read`. @throws NotFound when the actor does not see the case */
  ofCase(actor: StaffActor, caseId: string, asked: TimelineAsked = {}): Promise<TimelinePage> {
    return this.work.read(actor, async (tx) => {
      const [person] = await tx.sql<{ id: string; protectedUntil: IsoDate | null }>(
        'SELECT j.id, j.protected_until AS "protectedUntil" FROM case_head c JOIN jobseeker_head j ON j.id = c.jobseeker_id WHERE c.id = $1',
        [caseId],
      );
      if (!person) throw new NotFound('support_case');
      noteOpening(tx, person);
      return this.read(tx, caseId, asked);
    });
  }

  /**
   * Newest first: everything of the case, and what concerns its person outside any case (consents, groups, benefits).
   * @throws InvalidInput `cursor_of_another_list`
   */
  async read(tx: Transaction, caseId: string, { after, limit = 50 }: TimelineAsked): Promise<TimelinePage> {
    const size = Math.min(Math.max(limit, 1), 200);
    const items = await tx.sql<TimelineLine>(
      `WITH lines AS (
         SELECT t.* FROM timeline_entry t
         WHERE t.jobseeker_id = (SELECT c.jobseeker_id FROM case_head c WHERE c.id = $1)
           AND (t.support_case_id = $1 OR t.support_case_id IS NULL)
           AND ($2::uuid IS NULL OR (t.occurred_on, t.recorded_at, t.id) < (SELECT l.occurred_on, l.recorded_at, l.id FROM timeline_entry l WHERE l.id = $2))
         ORDER BY t.occurred_on DESC, t.recorded_at DESC, t.id DESC LIMIT $3)
       SELECT t.id, t.kind, t.subject_type AS "subjectType", t.subject_id AS "subjectId", t.occurred_on::text AS "occurredOn", t.recorded_at AS "recordedAt",
         CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'side', t.actor_side) END AS by, t.data, ${ABOUT} AS about
       FROM lines t LEFT JOIN staff_head s ON s.id = t.actor_staff_id
       ORDER BY t.occurred_on DESC, t.recorded_at DESC, t.id DESC`,
      [caseId, TIMELINE_NEWEST_FIRST.read(after)?.id ?? null, size + 1],
    );
    const page = items.slice(0, size);
    const last = page.at(-1);
    return items.length > size && last
      ? { items: page, next: TIMELINE_NEWEST_FIRST.cursorAfter(last) }
      : { items: page };
  }
}

/** The records of a job search by the type a line names: the employer, or the workplace in words; the job order, or the job in words. */
const JOBS = `
  SELECT r.employer_id, NULL::text AS workplace, r.job_order_id, NULL::text AS job FROM job_of_referral_record r
    WHERE r.subject_id = t.subject_id AND r.subject_type = t.subject_type
  UNION ALL SELECT NULL::uuid, p.workplace_name, NULL::uuid, p.occupation FROM job_of_placement_record p
    WHERE p.subject_id = t.subject_id AND p.subject_type = t.subject_type
  UNION ALL SELECT j.employer_id, NULL, j.id, NULL FROM job_order_head j WHERE j.id = t.subject_id AND t.subject_type = 'job_order'`;
const ABOUT_A_JOB = `'referral', 'condition_negotiation', 'offer', 'placement', 'retention_contact', 'job_order'`;

/** A line holds ids and no names: what it was about is read under the reader's own sight, and is not there for who may not see it. */
const ABOUT = `CASE WHEN t.subject_type IN (${ABOUT_A_JOB}) THEN (
  SELECT jsonb_build_object('employer', coalesce(about.workplace, e.name), 'job', coalesce(about.job, o.title))
  FROM (${JOBS}) about
  LEFT JOIN employer_head e ON e.id = about.employer_id LEFT JOIN job_order_head o ON o.id = about.job_order_id
  WHERE coalesce(about.workplace, e.name) IS NOT NULL) END`;
