import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After a sharing that ended, a new consent opens the records of whoever wrote it down; the other organisation's wait until it says so itself. What was
 * recorded before opened both and asks nobody.
 */
export class AskBeforeReopening1000000000165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE consent DROP COLUMN other_side, DROP COLUMN other_side_until, DROP COLUMN other_side_decided_on, DROP COLUMN other_side_reason',
    );
  }
}

const UP = [
  `ALTER TABLE consent ADD COLUMN other_side text, ADD COLUMN other_side_until date, ADD COLUMN other_side_decided_on date, ADD COLUMN other_side_reason text,
    ADD CONSTRAINT consent_other_side CHECK (other_side IN ('waiting', 'confirmed', 'declined', 'recorded_itself')),
    ADD CONSTRAINT consent_other_side_asked CHECK ((other_side IS NULL) = (other_side_until IS NULL)),
    ADD CONSTRAINT consent_other_side_decided CHECK (coalesce(other_side <> 'waiting', false) = (other_side_decided_on IS NOT NULL)),
    ADD CONSTRAINT consent_other_side_declined CHECK (coalesce(other_side = 'declined', false) = (other_side_reason IS NOT NULL))`,
  "COMMENT ON COLUMN consent.other_side IS 'personal: 相手の機関の記録を再び開くことの確認(確認待ち・確認済み・辞退・自ら同意を記録)'",
  "COMMENT ON COLUMN consent.other_side_until IS 'personal: 確認を待つ最後の日'",
  "COMMENT ON COLUMN consent.other_side_decided_on IS 'personal: 確認または辞退した日'",
  "COMMENT ON COLUMN consent.other_side_reason IS 'personal: 辞退の理由'",
  "CREATE INDEX consent_waiting ON consent (site_id, shared_with_org) WHERE other_side = 'waiting'",
];
