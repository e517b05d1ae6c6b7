import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As of this step; what is kept from now on stands in libs/activity/kept-values.ts. */
const KEPT = [
  ...[
    'status',
    'state',
    'result',
    'outcome',
    'categories',
    'channel',
    'heldOn',
    'kind',
    'kinds',
    'participantIds',
    'supportCaseId',
  ],
  ...[
    'protectedUntil',
    'helloWorkRegisteredOn',
    'startsOn',
    'endsOn',
    'closedOn',
    'leftOn',
    'reversedOn',
    'letterIssuedOn',
    'interviewOn',
  ],
  ...['deskId', 'ownerStaffId', 'accompaniedBy', 'teamSupportSince', 'interviewHeldOn', 'conferenceHeldOn'],
];

/**
 * Of a person's records the audit says which fields changed; names, addresses and notes that it copied are taken out of it. Not to be taken back:
 * what is gone is gone.
 */
export class KeepContentsOutOfAudit1000000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE audit_entry e SET changes = (
         SELECT jsonb_object_agg(c.key, CASE WHEN c.key = ANY ($1) AND c.value::text ~ '^[\\x20-\\x7e]*$' THEN c.value ELSE 'null' END)
         FROM jsonb_each(e.changes) c)
       WHERE e.jobseeker_id IS NOT NULL AND e.changes <> '{}'`,
      [KEPT],
    );
  }

  async down(): Promise<void> {
    // The columns are as they were.
  }
}
