import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM } from './support/columns.js';

/**
 * A token is made by its owner: for oneself, or for a machine that has an account with scopes and an end. Those that an administrator had made
 * in a colleague's name end here, for nobody knows who holds them; the colleague and the administrators of their organisation are told.
 */
export class KeepTokensWithTheirOwners1000000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'machine_account',
        `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- public
  name text NOT NULL, -- public 名称
  scopes text[] NOT NULL, -- public 連携の範囲
  ends_on date NOT NULL, -- public 終了日: the first day without access
  ended_at timestamptz, -- public
  end_reason text CONSTRAINT machine_account_end_reason CHECK (end_reason IN ('ended', 'expired')), -- public
  end_told text, -- public the last notice of its end that was told
  ${BY_WHOM}, -- public
  CONSTRAINT machine_account_scopes CHECK (scopes <> '{}' AND scopes <@ ARRAY['read_figures', 'import_plan', 'read_cases']),
  CONSTRAINT machine_account_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))`,
      ),
    );
    await runner.query('CREATE INDEX machine_account_by_site ON machine_account (site_id, org_id)');
    await runner.query(
      classedTable(
        'machine_account_owner',
        `
  id uuid PRIMARY KEY, -- public
  machine_account_id uuid NOT NULL REFERENCES machine_account (id), -- public
  staff_id uuid NOT NULL REFERENCES staff (id), -- public 所有者
  asked_at timestamptz NOT NULL DEFAULT app_now(), -- public
  asked_by uuid DEFAULT app_staff(), -- public
  accepted_at timestamptz, -- public
  ended_at timestamptz -- public`,
      ),
    );
    await runner.query(`
      CREATE UNIQUE INDEX machine_account_one_owner ON machine_account_owner (machine_account_id) WHERE accepted_at IS NOT NULL AND ended_at IS NULL;
      CREATE UNIQUE INDEX machine_account_one_asked ON machine_account_owner (machine_account_id) WHERE accepted_at IS NULL AND ended_at IS NULL;
      CREATE INDEX machine_account_owner_by_staff ON machine_account_owner (staff_id);
      ALTER TABLE session ADD COLUMN machine_account_id uuid REFERENCES machine_account (id);
      COMMENT ON COLUMN session.machine_account_id IS 'public: 連携用アカウント';
      ALTER TABLE notification DROP CONSTRAINT notification_told_once;
      ALTER TABLE notification ADD CONSTRAINT notification_told_once UNIQUE (staff_id, outbox_id, site_id);`);
    await runner.query(`
      INSERT INTO notification (id, site_id, staff_id, kind, subject_type, subject_id)
        SELECT gen_random_uuid(), h.site_id, told.id, 'token_ended_by_update', 'token', h.id
        FROM session h JOIN staff holder ON holder.id = h.staff_id
        JOIN staff told ON told.id = holder.id OR (told.organisation_id = holder.organisation_id AND told.role = 'site_administrator'
          AND EXISTS (SELECT 1 FROM staff_site p WHERE p.staff_id = told.id AND p.site_id = h.site_id))
        WHERE h.kind = 'machine' AND h.revoked_at IS NULL AND h.expires_at > now() ORDER BY h.id, told.id`);
    await runner.query(`
      ALTER TABLE session DROP CONSTRAINT session_kind;
      UPDATE session SET revoked_at = coalesce(revoked_at, now()), kind = 'personal' WHERE kind = 'machine';
      ALTER TABLE session ADD CONSTRAINT session_kind CHECK (kind IN ('browser', 'api', 'personal', 'machine')),
        ADD CONSTRAINT session_of_machine CHECK ((kind = 'machine') = (machine_account_id IS NOT NULL));
      CREATE UNIQUE INDEX session_one_token_a_machine ON session (machine_account_id) WHERE revoked_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session DROP CONSTRAINT session_of_machine, DROP CONSTRAINT session_kind;
      DROP INDEX session_one_token_a_machine;
      UPDATE session SET kind = 'machine' WHERE kind = 'personal';
      ALTER TABLE session ADD CONSTRAINT session_kind CHECK (kind IN ('browser', 'api', 'machine'));
      ALTER TABLE session DROP COLUMN machine_account_id;
      ALTER TABLE notification DROP CONSTRAINT notification_told_once;
      ALTER TABLE notification ADD CONSTRAINT notification_told_once UNIQUE (staff_id, outbox_id);
      DROP TABLE machine_account_owner;
      DROP TABLE machine_account;`);
  }
}
