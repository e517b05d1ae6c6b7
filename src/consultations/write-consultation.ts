import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { ProposedConsultation } from './consultation-checks.js';

/** Whether there are staff of both sides among those of a list (同席): such a consultation is team support, and stays it. */
const bothSidesAmong = (staffIds: string): string =>
  `(SELECT count(DISTINCT s.side) > 1 FROM staff_head s WHERE s.id = ANY (${staffIds}::uuid[]))`;

/**
 * Writes a consultation with its participants, own-organisation note and next actions in one statement and so in one
 * round trip: the most frequent write of the whole application.
 */
export async function writeConsultation(
  tx: Transaction<StaffActor>,
  id: string,
  supportCaseId: string | null,
  proposed: ProposedConsultation,
): Promise<void> {
  const { siteId, organisationId } = tx.actor;
  const { fields, jobseekerId, authorId, participantIds, nextActions } = proposed;
  await tx.sql(
    `WITH logged AS (
       INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, desk_id, held_on, started_at, minutes, kind, channel,
         by_appointment, outcomes, shared_text, author_id, both_sides_present)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, ${bothSidesAmong('$16')})
     ), people AS (
       INSERT INTO consultation_participant (consultation_id, site_id, org_id, jobseeker_id, staff_id)
       SELECT $1, $2, $3, $4, unnest($16::uuid[])
     ), note AS (
       INSERT INTO consultation_note (consultation_id, site_id, org_id, jobseeker_id, text) SELECT $1, $2, $3, $4, $17 WHERE $17::text IS NOT NULL
     )
     INSERT INTO next_action (id, site_id, org_id, jobseeker_id, support_case_id, consultation_id, title, due_on, owner_side, owner_staff_id)
     SELECT a.id, $2, $3, $4, $5, $1, a.title, a.due_on, a.owner_side, a.owner_staff_id
     FROM jsonb_to_recordset($18::jsonb) AS a(id uuid, title text, due_on date, owner_side text, owner_staff_id uuid)`,
    [
      id,
      siteId,
      organisationId,
      jobseekerId,
      supportCaseId,
      fields.deskId ?? null,
      fields.heldOn,
      fields.startedAt ?? null,
      fields.minutes ?? null,
      fields.kind,
      fields.channel,
      fields.byAppointment,
      fields.outcomes,
      fields.sharedText ?? '',
      authorId,
      participantIds,
      fields.ownNote ?? null,
      JSON.stringify(
        nextActions.map((action) => ({
          id: uuid(),
          title: action.title,
          due_on: action.dueOn,
          owner_side: action.ownerSide,
          owner_staff_id: action.ownerStaffId ?? null,
        })),
      ),
    ],
  );
}

/** Sets who took part. */
export async function replaceParticipants(
  tx: Transaction<StaffActor>,
  { id, jobseekerId }: { readonly id: string; readonly jobseekerId: string },
  participantIds: readonly string[],
): Promise<void> {
  await tx.sql('DELETE FROM consultation_participant WHERE consultation_id = $1 AND staff_id <> ALL ($2::uuid[])', [
    id,
    participantIds,
  ]);
  await tx.sql(
    `INSERT INTO consultation_participant (consultation_id, site_id, org_id, jobseeker_id, staff_id) SELECT $1, $2, $3, $4, unnest($5::uuid[])
      ON CONFLICT DO NOTHING`,
    [id, tx.actor.siteId, tx.actor.organisationId, jobseekerId, participantIds],
  );
  await tx.sql(`UPDATE consultation SET both_sides_present = ${bothSidesAmong('$2')} WHERE id = $1`, [
    id,
    participantIds,
  ]);
}

/** Sets the note of the actor's own organisation; an empty text takes it off the record, the row and its history stay. */
export async function replaceNote(
  tx: Transaction<StaffActor>,
  { id, jobseekerId, ownNote }: { readonly id: string; readonly jobseekerId: string; readonly ownNote: string | null },
  text: string,
): Promise<void> {
  if (text === (ownNote ?? '')) return;
  await tx.sql(
    `INSERT INTO consultation_note (consultation_id, site_id, org_id, jobseeker_id, text) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (consultation_id, org_id) DO UPDATE SET text = excluded.text, version = consultation_note.version + 1,
       updated_at = app_now(), updated_by = app_staff()`,
    [id, tx.actor.siteId, tx.actor.organisationId, jobseekerId, text],
  );
}
