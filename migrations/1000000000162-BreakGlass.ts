import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { OWNED } from './support/columns.js';

/** A record in hiding opened in an emergency, for a while and with a reason; a protection lifted before its end by two. */
export class BreakGlass1000000000162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE site DROP COLUMN glass_minutes, DROP COLUMN protection_lift_by');
    await runner.query('DROP TABLE broken_glass, protection_lift');
  }
}

const UP = [
  classedTable(
    'broken_glass',
    `${OWNED}, -- personal
  number text NOT NULL, -- personal 整理番号
  protector_org int NOT NULL REFERENCES organisation (id), -- personal 登録した機関
  staff_id uuid NOT NULL REFERENCES staff (id), -- personal 開いた職員
  reason text NOT NULL, -- special
  opened_at timestamptz NOT NULL DEFAULT app_now(), -- personal
  until timestamptz NOT NULL, -- personal
  review_state text NOT NULL DEFAULT 'pending' CONSTRAINT broken_glass_review CHECK (review_state IN ('pending', 'approved', 'flagged')), -- personal
  review_note text, -- special
  reviewed_at timestamptz, -- public
  reviewed_by uuid REFERENCES staff (id), -- public
  CONSTRAINT broken_glass_ends CHECK (until > opened_at),
  CONSTRAINT broken_glass_reviewed CHECK ((review_state = 'pending') = (reviewed_at IS NULL))`,
  ),
  'CREATE INDEX broken_glass_by_person ON broken_glass (jobseeker_id, staff_id, until)',
  'CREATE INDEX broken_glass_by_site ON broken_glass (site_id, opened_at DESC)',
  classedTable(
    'protection_lift',
    `${OWNED}, -- personal
  reason text NOT NULL, -- special
  requested_at timestamptz NOT NULL DEFAULT app_now(), -- personal
  requested_by uuid NOT NULL DEFAULT app_staff() REFERENCES staff (id), -- personal
  state text NOT NULL DEFAULT 'asked' CONSTRAINT protection_lift_state CHECK (state IN ('asked', 'confirmed', 'withdrawn')), -- personal
  decided_at timestamptz, -- personal
  decided_by uuid REFERENCES staff (id), -- personal
  CONSTRAINT protection_lift_decided CHECK ((state = 'asked') = (decided_at IS NULL)),
  CONSTRAINT protection_lift_by_another CHECK (state <> 'confirmed' OR decided_by <> requested_by)`,
  ),
  `CREATE UNIQUE INDEX protection_lift_waiting ON protection_lift (jobseeker_id) WHERE state = 'asked'`,
  `ALTER TABLE site ADD COLUMN glass_minutes int NOT NULL DEFAULT 60 CONSTRAINT site_glass_minutes CHECK (glass_minutes BETWEEN 5 AND 1440),
     ADD COLUMN protection_lift_by text NOT NULL DEFAULT 'two' CONSTRAINT site_protection_lift_by CHECK (protection_lift_by IN ('one', 'two'))`,
  `COMMENT ON COLUMN site.glass_minutes IS 'public: 緊急に開いた記録を閲覧できる分数'`,
  `COMMENT ON COLUMN site.protection_lift_by IS 'public: 支援措置の解除に要る人数'`,
];
