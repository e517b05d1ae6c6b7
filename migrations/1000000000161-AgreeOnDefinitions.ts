import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/** A definition is counted for the whole site once both sides agreed on it; those in force at the step are taken for agreed. */
export class AgreeOnDefinitions1000000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'definition_agreement',
        `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- public
  side text NOT NULL CONSTRAINT definition_agreement_side CHECK (side IN ('municipal', 'national')), -- public
  window_from date NOT NULL, -- public 計画の期間
  window_to date NOT NULL, -- public
  definition jsonb NOT NULL, -- public 数え方
  agreed_at timestamptz NOT NULL DEFAULT app_now(), -- public
  agreed_by uuid DEFAULT app_staff(), -- public
  ended_at timestamptz, -- public 取消
  ended_by uuid REFERENCES staff (id), -- public
  CONSTRAINT definition_agreement_ended CHECK (ended_by IS NULL OR ended_at IS NOT NULL)`,
      ),
    );
    await runner.query(
      `CREATE UNIQUE INDEX definition_agreement_once ON definition_agreement (site_id, window_from, window_to, side, md5(definition::text))
         WHERE ended_at IS NULL`,
    );
    await runner.query(
      `INSERT INTO definition_agreement (site_id, org_id, side, window_from, window_to, definition, agreed_at)
       SELECT DISTINCT ON (p.site_id, o.side, p.window_from, p.window_to, i.definition)
         p.site_id, o.id, o.side, p.window_from, p.window_to, i.definition, p.updated_at
       FROM yearly_plan p JOIN indicator i ON i.yearly_plan_id = p.id AND i.left_plan_at IS NULL AND i.definition ->> 'type' <> 'manual'
       JOIN site_organisation so ON so.site_id = p.site_id JOIN organisation o ON o.id = so.organisation_id
       ORDER BY p.site_id, o.side, p.window_from, p.window_to, i.definition, o.id`,
    );
    await runner.query(
      'ALTER TABLE site ADD COLUMN small_number_limit int NOT NULL DEFAULT 3 CONSTRAINT site_small_number_limit CHECK (small_number_limit BETWEEN 2 AND 50)',
    );
    await runner.query(`COMMENT ON COLUMN site.small_number_limit IS 'public: これより少ない件数は示さない'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE site DROP COLUMN small_number_limit');
    await runner.query('DROP TABLE definition_agreement');
  }
}
