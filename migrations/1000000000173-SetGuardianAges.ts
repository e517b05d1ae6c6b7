import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Below which age a guardian consents as well is the site's to set, by what is consented to; a consent keeps the age that held when it was given, so that
 * another setting makes none of before invalid or valid.
 */
export class SetGuardianAges1000000000173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consent DROP COLUMN guardian_age');
    await runner.query('ALTER TABLE site DROP COLUMN guardian_age_participation, DROP COLUMN guardian_age_sharing');
  }
}

const UP = [
  `ALTER TABLE site ADD COLUMN guardian_age_participation int NOT NULL DEFAULT 18, ADD COLUMN guardian_age_sharing int NOT NULL DEFAULT 16,
     ADD CONSTRAINT site_guardian_ages CHECK (guardian_age_participation BETWEEN 15 AND 20 AND guardian_age_sharing BETWEEN 15 AND 20)`,
  "COMMENT ON COLUMN site.guardian_age_participation IS 'public: 参加の同意に保護者の同意も要る年齢(未満)'",
  "COMMENT ON COLUMN site.guardian_age_sharing IS 'public: 情報共有の同意に保護者の同意も要る年齢(未満)'",
  'ALTER TABLE consent ADD COLUMN guardian_age int NOT NULL DEFAULT 18',
  "UPDATE consent SET guardian_age = 16 WHERE kind = 'sharing'",
  'ALTER TABLE consent ADD CONSTRAINT consent_guardian_age CHECK (guardian_age BETWEEN 15 AND 20)',
  "COMMENT ON COLUMN consent.guardian_age IS 'personal: 得たときに保護者の同意も要した年齢(未満)'",
];
