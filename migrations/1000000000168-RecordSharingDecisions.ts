import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM, CHANGED, OWNED } from './support/columns.js';

/** 支援会議などの決定: by which an organisation shows what it wrote without the person's signature, with its date, members and decision. */
export class RecordSharingDecisions1000000000168 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sharing_grant DROP COLUMN decision_id');
    await runner.query('DROP TABLE sharing_decision');
  }
}

const UP = [
  classedTable(
    'sharing_decision',
    `
${OWNED}, -- personal
  receiver_org int NOT NULL REFERENCES organisation (id), -- personal 見てよい機関
  basis text NOT NULL, -- personal 根拠(支援会議・支援調整会議・その他の法令)
  law_article text, -- personal 根拠となる条項
  categories text[] NOT NULL, -- personal 共有の区分
  decided_on date NOT NULL, -- personal 決定日
  ends_on date, -- personal 期限
  ended_on date, -- personal この日から見られない
  members text NOT NULL, -- personal 構成員
  decision text NOT NULL, -- personal 決定の内容
${BY_WHOM}, -- public
${CHANGED}, -- public
  CONSTRAINT sharing_decision_basis CHECK (basis IN ('support_meeting', 'coordination_meeting', 'other_law')),
  CONSTRAINT sharing_decision_of_law CHECK ((basis = 'other_law') = (law_article IS NOT NULL)),
  CONSTRAINT sharing_decision_categories CHECK (cardinality(categories) > 0),
  CONSTRAINT sharing_decision_order CHECK ((ends_on IS NULL OR ends_on >= decided_on) AND (ended_on IS NULL OR ended_on >= decided_on)),
  CONSTRAINT sharing_decision_parties CHECK (org_id <> receiver_org)`,
  ),
  'CREATE INDEX sharing_decision_by_person ON sharing_decision (jobseeker_id)',
  'ALTER TABLE sharing_grant ADD COLUMN decision_id uuid REFERENCES sharing_decision (id)',
  "COMMENT ON COLUMN sharing_grant.decision_id IS 'personal: 根拠となる決定'",
  'CREATE INDEX sharing_grant_by_decision ON sharing_grant (decision_id) WHERE decision_id IS NOT NULL',
];
