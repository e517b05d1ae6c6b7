import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/**
 * An import deletes nothing that a person typed: an indicator that a plan leaves out keeps its row and its numbers, and every
 * edition of a plan stays on record.
 */
export class KeepWhatWasTyped1000000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDICATORS_STAY);
    await runner.query(EDITIONS);
    await runner.query(`
      INSERT INTO yearly_plan_edition (yearly_plan_id, site_id, version, document, imported_at, imported_by)
      SELECT id, site_id, version, document, updated_at, updated_by FROM yearly_plan;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE yearly_plan_edition;
      ALTER TABLE manual_figure DROP CONSTRAINT manual_figure_of_indicator,
        ADD CONSTRAINT manual_figure_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator (id) ON DELETE CASCADE;
      ALTER TABLE indicator DROP COLUMN left_plan_at, DROP CONSTRAINT indicator_of_plan,
        ADD CONSTRAINT indicator_yearly_plan_id_fkey FOREIGN KEY (yearly_plan_id) REFERENCES yearly_plan (id) ON DELETE CASCADE;`);
  }
}

const INDICATORS_STAY = `
ALTER TABLE indicator ADD COLUMN left_plan_at timestamptz, DROP CONSTRAINT indicator_yearly_plan_id_fkey,
  ADD CONSTRAINT indicator_of_plan FOREIGN KEY (yearly_plan_id) REFERENCES yearly_plan (id);
COMMENT ON COLUMN indicator.left_plan_at IS 'public: 事業計画から外れた時。符号が計画に戻れば空になる';
ALTER TABLE manual_figure DROP CONSTRAINT manual_figure_indicator_id_fkey,
  ADD CONSTRAINT manual_figure_of_indicator FOREIGN KEY (indicator_id) REFERENCES indicator (id);`;

const EDITIONS = classedTable(
  'yearly_plan_edition',
  `
  yearly_plan_id int NOT NULL REFERENCES yearly_plan (id), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  version int NOT NULL, -- public 事業計画の版
  document jsonb NOT NULL, -- public 取り込んだファイルの内容
  imported_at timestamptz NOT NULL DEFAULT app_now(), -- public
  imported_by uuid DEFAULT app_staff(), -- public
  CONSTRAINT yearly_plan_edition_key PRIMARY KEY (yearly_plan_id, version)`,
);
