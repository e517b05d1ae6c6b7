import { v7 as uuid } from 'uuid';
import { type Actor, isImport, type Side, type StaffActor } from '#access';
import { ACTIVITIES, type AnyActivity, keptChanges } from '#activity';
import { noticeMessage, type OutboxMessage } from './notices.js';
import type { Transaction } from './transaction.js';

/** Timeline, audit and outbox of one use case, in one statement and so in one round trip. */
export async function writeRecords(tx: Transaction): Promise<void> {
  if (tx.activities.length === 0 && tx.messages.length === 0) return;
  const { actor } = tx;
  const writer = writerOf(actor);
  const correlationId = uuid();
  const timeline = tx.activities
    .filter(({ kind, jobseekerId }) => jobseekerId !== undefined && ACTIVITIES[kind].onTimeline && writer !== null)
    .map((activity) => timelineRow(activity, correlationId, tx));
  const audit = tx.activities.map((activity) => auditRow(activity, correlationId));
  await tx.sql(
    `WITH lines AS (
       INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on,
         actor_side, data, correlation_id)
       SELECT id, $3, $4, jobseeker_id, support_case_id, kind, subject_type, subject_id::uuid, occurred_on, $5, data, correlation_id
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, jobseeker_id uuid, support_case_id uuid, kind text, subject_type text,
         subject_id text, occurred_on date, data jsonb, correlation_id uuid)
     ), sent AS (
       INSERT INTO outbox_message (topic, payload, site_id)
       SELECT topic, payload, $3 FROM jsonb_to_recordset($6::jsonb) AS r(topic text, payload jsonb)
     )
     SELECT write_audit($2::jsonb)`,
    [
      JSON.stringify(timeline),
      JSON.stringify(audit),
      writer?.siteId ?? null,
      writer?.organisationId ?? null,
      writer?.side ?? null,
      JSON.stringify(outbox(tx)),
    ],
  );
}

/** Whose the lines of the timeline are: of whoever acts, or of the organisation for which a job acts by itself. */
function writerOf(actor: Actor): { siteId: number; organisationId: number; side: Side | null } | null {
  if (actor.kind === 'staff') return actor;
  const [[siteId], [organisationId]] = [actor.siteIds, actor.organisationIds];
  return siteId === undefined || organisationId === undefined ? null : { siteId, organisationId, side: null };
}

function timelineRow(activity: AnyActivity, correlationId: string, tx: Transaction): object {
  return {
    id: uuid(),
    jobseeker_id: activity.jobseekerId,
    support_case_id: activity.supportCaseId ?? null,
    kind: activity.kind,
    subject_type: activity.subject.type,
    subject_id: activity.subject.id,
    occurred_on: activity.occurredOn ?? tx.today,
    data: activity.data ?? {},
    correlation_id: correlationId,
  };
}

function auditRow(activity: AnyActivity, correlationId: string): object {
  return {
    id: uuid(),
    action: activity.kind,
    subject_type: activity.subject.type,
    subject_id: activity.subject.id,
    jobseeker_id: activity.jobseekerId ?? null,
    changes: keptChanges(activity),
    correlation_id: correlationId,
  };
}

/** What was sent, and a message for every activity that somebody is told of. Imports tell nobody: they write what is past. */
function outbox(tx: Transaction): OutboxMessage[] {
  const { actor, messages } = tx;
  if (actor.kind !== 'staff' || isImport(actor)) return messages;
  const notices = tx.activities
    .map((activity) => noticeMessage(activity, actor.siteId, authorOf(actor)))
    .filter((message) => message !== null);
  return [...messages, ...notices];
}

const authorOf = ({ staffId, organisationId }: StaffActor): { staffId: string; organisationId: number } => ({
  staffId,
  organisationId,
});
