import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the work of a message was done. A queue that lost its jobs then lost nothing: what was handed on and never done is found
 * here. What was handed on before this step counts as done.
 */
export class KeepWhatWasHandled1000000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_message ADD COLUMN handled_at timestamptz');
    await runner.query("COMMENT ON COLUMN outbox_message.handled_at IS 'public'");
    await runner.query('UPDATE outbox_message SET handled_at = dispatched_at');
    await runner.query('CREATE INDEX outbox_message_unhandled ON outbox_message (id) WHERE handled_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_message DROP COLUMN handled_at');
  }
}
