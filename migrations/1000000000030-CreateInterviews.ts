import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM, CHANGED, OWNED, samePersonAsCase } from './support/columns.js';

/**
 * 面接 as a record of its own: date, time, place and who goes along; a day that was moved or cancelled is kept. `referral.interview_on`
 * stays as the day of the interview that stands, for whoever only asks for that.
 */
export class CreateInterviews1000000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, LANDED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The one day that an older version knows of; the others went with the table.
    await runner.query(`
      UPDATE referral r SET interview_on = i.interview_on FROM interview i
        WHERE i.referral_id = r.id AND i.status = 'cancelled' AND r.outcome <> 'pending' AND r.interview_on IS NULL;
      DROP TABLE interview;`);
  }
}

const TABLES = [
  classedTable(
    'interview',
    `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  referral_id uuid NOT NULL REFERENCES referral (id), -- personal
  interview_on date NOT NULL, -- personal 面接日
  starts_at time, -- personal 開始時刻
  place text, -- personal 場所
  accompanied_by uuid REFERENCES staff (id), -- personal 同行する職員
  status text NOT NULL CONSTRAINT interview_status CHECK (status IN ('arranged', 'held', 'moved', 'cancelled')), -- personal
  ended_on date, -- personal 実施、変更又は中止の日
  reason_note text, -- special 変更・中止の理由
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT interview_ended CHECK ((status = 'arranged') = (ended_on IS NULL)),
${samePersonAsCase('interview')}`,
  ),
  `CREATE UNIQUE INDEX interview_one_arranged ON interview (referral_id) WHERE status = 'arranged';`,
  `CREATE INDEX interview_by_case ON interview (support_case_id) WHERE status = 'arranged';`,
  'CREATE INDEX interview_by_referral ON interview (referral_id, interview_on);',
  `CREATE INDEX interview_ahead ON interview (site_id, interview_on) WHERE status = 'arranged';`,
  `CREATE INDEX interview_by_companion ON interview (accompanied_by, interview_on) WHERE status = 'arranged';`,
];

/** An interview on record waits for its outcome (結果待ち), was held, or did not take place because the attempt ended before its day. */
const LANDED = `
  INSERT INTO interview (id, site_id, org_id, jobseeker_id, support_case_id, referral_id, interview_on, status, ended_on,
    updated_at, updated_by, created_at, created_by)
  SELECT gen_random_uuid(), site_id, org_id, jobseeker_id, support_case_id, id, interview_on,
    CASE WHEN outcome = 'pending' THEN 'arranged' WHEN interview_on <= outcome_on THEN 'held' ELSE 'cancelled' END,
    CASE WHEN outcome = 'pending' THEN NULL ELSE least(interview_on, outcome_on) END,
    updated_at, updated_by, updated_at, updated_by
  FROM referral WHERE interview_on IS NOT NULL;
  UPDATE referral SET interview_on = NULL WHERE interview_on > outcome_on;`;
