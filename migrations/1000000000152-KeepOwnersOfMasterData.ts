import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';

/**
 * An organisation is its own: it is renamed by its own administrator, or by the organisation that entered it for as long as it has none. What would join
 * the other side, or works elsewhere, is proposed first. Former names stay readable.
 */
export class KeepOwnersOfMasterData1000000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN entered_by_org int REFERENCES organisation (id);
      COMMENT ON COLUMN organisation.entered_by_org IS 'public: 登録した機関';`);
    await runner.query(
      classedTable(
        'organisation_former_name',
        `
  organisation_id int NOT NULL REFERENCES organisation (id), -- public
  name text NOT NULL, -- public
  until timestamptz NOT NULL DEFAULT app_now()`,
      ) + `COMMENT ON COLUMN organisation_former_name.until IS 'public';`,
    );
    await runner.query(
      'CREATE INDEX organisation_former_name_by_organisation ON organisation_former_name (organisation_id, until)',
    );
    await runner.query(
      classedTable(
        'organisation_proposal',
        `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  organisation_id int REFERENCES organisation (id), -- public one that works elsewhere; null for a new one
  code text NOT NULL, -- public
  name text NOT NULL, -- public
  side text NOT NULL CONSTRAINT organisation_proposal_side CHECK (side IN ('municipal', 'national')), -- public
  proposed_by_org int NOT NULL REFERENCES organisation (id), -- public
  proposed_by uuid NOT NULL DEFAULT app_staff() REFERENCES staff (id), -- public
  proposed_at timestamptz NOT NULL DEFAULT app_now(), -- public
  side_confirmed_by uuid REFERENCES staff (id), -- public
  own_confirmed_by uuid REFERENCES staff (id), -- public
  ended_at timestamptz, -- public
  outcome text CONSTRAINT organisation_proposal_outcome CHECK (outcome IN ('joined', 'refused', 'withdrawn')), -- public
  CONSTRAINT organisation_proposal_end CHECK ((ended_at IS NULL) = (outcome IS NULL))`,
      ),
    );
    await runner.query(
      'CREATE UNIQUE INDEX organisation_proposal_one_waiting ON organisation_proposal (site_id, code) WHERE ended_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE organisation_proposal; DROP TABLE organisation_former_name; ALTER TABLE organisation DROP COLUMN entered_by_org',
    );
  }
}
