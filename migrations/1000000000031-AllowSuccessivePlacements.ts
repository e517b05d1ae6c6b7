import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One job at a time in a period of support, one after the other. Until now nothing kept two from sharing a day, and whoever left a
 * job stayed 就職 for good: both are put right before the constraint holds.
 */
export class AllowSuccessivePlacements1000000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist;');
    await runner.query(SAME_START);
    await runner.query(SUCCEEDED);
    await runner.query(ONE_AN_OFFER);
    await runner.query(BACK_IN_SUPPORT);
    await runner.query(`
      CREATE UNIQUE INDEX placement_one_an_offer ON placement (offer_id) WHERE offer_id IS NOT NULL AND reversed_on IS NULL;
      ALTER TABLE placement ADD CONSTRAINT placement_one_at_a_time
        EXCLUDE USING gist (support_case_id WITH =, daterange(starts_on, left_on, '[]') WITH &&) WHERE (reversed_on IS NULL);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was put right stays right. The extension goes with the last constraint that needs it.
    await runner.query(`
      DROP INDEX placement_one_an_offer;
      ALTER TABLE placement DROP CONSTRAINT placement_one_at_a_time;
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE contype = 'x') THEN DROP EXTENSION IF EXISTS btree_gist; END IF;
      END $$;`);
  }
}

/** What each statement changed goes to the audit record, under the name of the update. */
const AUDITED = (action: string, field: string, from: string, to: string): string => `
  INSERT INTO audit_entry (id, site_id, org_id, actor_system, action, subject_type, subject_id, jobseeker_id, changes)
  SELECT gen_random_uuid(), c.site_id, c.org_id, 'upgrade', '${action}', 'placement', c.id::text, c.jobseeker_id,
    jsonb_build_object('${field}', jsonb_build_object('from', ${from}, 'to', ${to})) FROM changed c;`;

/** Of two that begin on one day, the one recorded later says the same again. */
const SAME_START = `
  WITH changed AS (
    UPDATE placement p SET reversed_on = p.decided_on, reversal_reason_note = '同じ日に始まる就職の二重の記録（システムの更新時に整理）', version = p.version + 1
    WHERE p.reversed_on IS NULL AND EXISTS (
      SELECT 1 FROM placement o WHERE o.support_case_id = p.support_case_id AND o.reversed_on IS NULL AND o.starts_on = p.starts_on AND o.id < p.id)
    RETURNING p.id, p.site_id, p.org_id, p.jobseeker_id, p.reversed_on)
  ${AUDITED('placement.reversed', 'reversedOn', 'NULL::date', 'c.reversed_on')}`;

/** A job into which the next one reaches ended, at the latest, the day before that one began. */
const SUCCEEDED = `
  WITH next AS (
    SELECT p.id, p.left_on, min(o.starts_on) - 1 AS last_day FROM placement p JOIN placement o ON o.support_case_id = p.support_case_id
      AND o.reversed_on IS NULL AND o.starts_on > p.starts_on AND (p.left_on IS NULL OR o.starts_on <= p.left_on)
    WHERE p.reversed_on IS NULL GROUP BY p.id),
  changed AS (
    UPDATE placement p SET left_on = next.last_day, version = p.version + 1,
      leaving_reason_note = coalesce(p.leaving_reason_note, CASE WHEN p.leaving_reason_id IS NULL THEN '次の就職の前日に離職したものとした（システムの更新時に整理）' END)
    FROM next WHERE next.id = p.id RETURNING p.id, p.site_id, p.org_id, p.jobseeker_id, next.left_on AS was, p.left_on)
  ${AUDITED('placement.left', 'leftOn', 'c.was', 'c.left_on')}`;

/** An offer became the first of the placements that were said to come of it. */
const ONE_AN_OFFER = `
  UPDATE placement p SET offer_id = NULL, version = version + 1
  WHERE p.reversed_on IS NULL AND EXISTS (
    SELECT 1 FROM placement o WHERE o.offer_id = p.offer_id AND o.reversed_on IS NULL AND o.id < p.id);`;

/** A period still 就職 or 定着支援 although its last job was left goes on as 支援中 since that day. */
const BACK_IN_SUPPORT = `
  WITH left_job AS (
    SELECT c.id, c.status, greatest(c.status_since, last.left_on) AS since, c.site_id, c.org_id, c.jobseeker_id
    FROM support_case c
      JOIN LATERAL (SELECT max(p.left_on) AS left_on, bool_or(p.left_on IS NULL) AS working FROM placement p
        WHERE p.support_case_id = c.id AND p.reversed_on IS NULL) last ON last.left_on IS NOT NULL AND NOT last.working
    WHERE c.status IN ('placed', 'follow_up')),
  moved AS (
    UPDATE support_case c SET status = 'active', status_since = left_job.since, version = c.version + 1
    FROM left_job WHERE left_job.id = c.id RETURNING c.id),
  told AS (
    INSERT INTO case_transition (id, site_id, org_id, jobseeker_id, support_case_id, from_status, to_status, action, happened_on)
    SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, status, 'active', 'record_leaving', since FROM left_job RETURNING support_case_id)
  INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on, data)
  SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, id, 'case.transitioned', 'support_case', id, since,
    jsonb_build_object('action', 'record_leaving', 'from', status, 'to', 'active') FROM left_job;`;
