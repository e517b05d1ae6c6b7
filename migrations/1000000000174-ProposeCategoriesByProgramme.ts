import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a programme's consent usually names; of one that says nothing, what every form began with before. */
export class ProposeCategoriesByProgramme1000000000174 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE programme ADD COLUMN usual_categories text[] NOT NULL DEFAULT '{}',
      ADD CONSTRAINT programme_usual_categories CHECK (usual_categories <@
        ARRAY['identity','contact','circumstances','health','benefits','consultations','plan','referrals'])`);
    await runner.query("COMMENT ON COLUMN programme.usual_categories IS 'public: 同意書で初めに選ばれる共有の区分'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme DROP COLUMN usual_categories');
  }
}
