import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message knows the web request that wrote it, so that what the worker does of it is found by the request's id. */
export class KeepRequestOfMessage1000000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE outbox_message ADD COLUMN web_request_id uuid DEFAULT nullif(current_setting('app.request', true), '')::uuid",
    );
    await runner.query("COMMENT ON COLUMN outbox_message.web_request_id IS 'public'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_message DROP COLUMN web_request_id');
  }
}
