import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM } from './support/columns.js';

/** 離任・異動 as an act of its own: from which day, and what became of each thing that was open, so that it can be undone. */
export class KeepDepartures1000000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_departure_item, staff_departure');
  }
}

const TABLES = [
  classedTable(
    'staff_departure',
    `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public 登録した拠点
  org_id int NOT NULL REFERENCES organisation (id), -- public
  staff_id uuid NOT NULL REFERENCES staff (id), -- personal 離任する職員
  scope text NOT NULL CONSTRAINT staff_departure_scope CHECK (scope IN ('organisation', 'site')), -- public 機関から・この拠点から
  leaves_on date NOT NULL, -- public 離任日(この日から利用できない)
  ended_before date, -- public それまでに登録されていた終わり
  withdrawn_at timestamptz, -- public 取り消した時
  withdrawn_by uuid, -- public
${BY_WHOM} -- public`,
  ),
  'CREATE INDEX staff_departure_by_staff ON staff_departure (staff_id, created_at DESC)',
  classedTable(
    'staff_departure_item',
    `
  departure_id uuid NOT NULL REFERENCES staff_departure (id), -- public
  position int NOT NULL, -- public
  kind text NOT NULL CONSTRAINT staff_departure_item_kind CHECK (kind IN ('assignment', 'next_action', 'plan_step', 'plan_review', 'interview')), -- public
  subject_id uuid NOT NULL, -- personal
  successor_id uuid REFERENCES staff (id), -- personal 引継ぎ先(担当者不在のときは空)
  started_id uuid, -- personal 引継ぎ先の担当
  CONSTRAINT staff_departure_item_key PRIMARY KEY (departure_id, kind, subject_id)`,
  ),
];
