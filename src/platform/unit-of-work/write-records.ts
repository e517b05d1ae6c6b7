import { v7 as uuid } from 'uuid';
import { type Actor, isImport } from '#access';
import type { FactRecorded } from './fact-recorded.js';
import type { Transaction } from './transaction.js';

/** Timeline, audit and outbox of one use case, in one statement and so in one round trip. */
export async function writeRecords(tx: Transaction): Promise<void> {
  if (tx.facts.length === 0 && tx.jobs.length === 0) return;
  const { actor } = tx;
  const staff = actor.kind === 'staff' ? actor : null;
  const correlationId = uuid();
  const timeline = tx.facts
    .filter((fact) => fact.jobseekerId !== undefined && fact.onTimeline !== false && staff !== null)
    .map((fact) => timelineRow(fact, correlationId, tx));
  const audit = tx.facts.map((fact) => auditRow(fact, correlationId));
  const siteId = staff?.siteId ?? null;
  await tx.sql(
    `WITH lines AS (
       INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on, actor_side, data, correlation_id)
       SELECT id, $3, $4, jobseeker_id, support_case_id, kind, subject_type, subject_id::uuid, occurred_on, $5, data, correlation_id
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, jobseeker_id uuid, support_case_id uuid, kind text, subject_type text, subject_id text, occurred_on date, data jsonb, correlation_id uuid)
     ), audits AS (
       INSERT INTO audit_entry (id, site_id, org_id, actor_staff_id, actor_system, action, subject_type, subject_id, jobseeker_id, changes, correlation_id)
       SELECT id, $3, $4, app_staff(), $6, action, subject_type, subject_id, jobseeker_id, changes, correlation_id
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, action text, subject_type text, subject_id text, jobseeker_id uuid, changes jsonb, correlation_id uuid)
     )
     INSERT INTO outbox_message (topic, payload, site_id)
     SELECT topic, payload, $3 FROM jsonb_to_recordset($7::jsonb) AS r(topic text, payload jsonb)`,
    [
      JSON.stringify(timeline),
      JSON.stringify(audit),
      siteId,
      staff?.organisationId ?? null,
      staff?.side ?? null,
      machineName(actor),
      JSON.stringify(outbox(tx)),
    ],
  );
}

/** The import run or system actor behind a record, kept in the audit beside the person. */
function machineName(actor: Actor): string | null {
  if (actor.kind === 'system') return actor.name;
  return isImport(actor) ? actor.importedBy : null;
}

function timelineRow(fact: FactRecorded, correlationId: string, tx: Transaction): object {
  return {
    id: uuid(),
    jobseeker_id: fact.jobseekerId,
    support_case_id: fact.supportCaseId ?? null,
    kind: fact.kind,
    subject_type: fact.subject.type,
    subject_id: fact.subject.id,
    occurred_on: fact.occurredOn ?? tx.today,
    data: fact.data ?? {},
    correlation_id: correlationId,
  };
}

function auditRow(fact: FactRecorded, correlationId: string): object {
  return {
    id: uuid(),
    action: fact.kind,
    subject_type: fact.subject.type,
    subject_id: fact.subject.id,
    jobseeker_id: fact.jobseekerId ?? null,
    changes: fact.changes ?? {},
    correlation_id: correlationId,
  };
}

/** Whatever happened is announced by its kind, beside the jobs that were asked for by name. */
function outbox(tx: Transaction): object[] {
  const announced = tx.facts.map((fact) => ({
    topic: fact.kind,
    payload: {
      subjectId: fact.subject.id,
      jobseekerId: fact.jobseekerId ?? null,
      supportCaseId: fact.supportCaseId ?? null,
    },
  }));
  return [...announced, ...tx.jobs.map((job) => ({ topic: job.topic, payload: job.payload }))];
}
