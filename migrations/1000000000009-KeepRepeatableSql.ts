import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateFactViews1000000000007 } from './1000000000007-CreateFactViews.js';
import { CreateDueWork1000000000008 } from './1000000000008-CreateDueWork.js';
import { classedTable } from './support/classed.js';

/** Which views, functions and policies are in force (repeatable.ts), so that only what changed is put in force again. */
export class KeepRepeatableSql1000000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      classedTable(
        'repeatable_sql',
        `
  name text PRIMARY KEY, -- public
  position int NOT NULL, -- public
  content_hash text NOT NULL, -- public
  remove_with text NOT NULL, -- public
  applied_at timestamptz NOT NULL DEFAULT now() -- public`,
      ),
    );
  }

  /** The views go back to the migrations that landed with them, which will drop them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repeatable_sql');
    await new CreateFactViews1000000000007().up(runner);
    await new CreateDueWork1000000000008().up(runner);
  }
}
