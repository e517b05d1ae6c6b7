import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words by which a group's category was known until it stood beside its name. */
const HEALTH = '障害|障がい|難病|精神|発達|依存症';
const BENEFITS = '生活保護|生活困窮|手当|給付';

/** 対象者区分 say themselves which category they are shared in; those there are say what was read out of their names. */
export class NameCategoryOfGroups1000000000167 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE target_group ADD COLUMN category text');
    await runner.query(
      `UPDATE target_group SET category = CASE WHEN name ~ '${HEALTH}' THEN 'health' WHEN name ~ '${BENEFITS}' THEN 'benefits' ELSE 'circumstances' END`,
    );
    await runner.query(`ALTER TABLE target_group ALTER COLUMN category SET NOT NULL,
      ADD CONSTRAINT target_group_category CHECK (category IN ('circumstances', 'health', 'benefits'))`);
    await runner.query("COMMENT ON COLUMN target_group.category IS 'public: 共有の区分'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE target_group DROP COLUMN category');
  }
}
