import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM } from './support/columns.js';

const CATEGORIES = "'identity','contact','circumstances','health','benefits','consultations','plan','referrals'";

/**
 * 共有台帳: what one organisation opens to another, a row a person, direction and category, in place of permissions that knew neither giver nor
 * category. What was agreed to before opened everything, in a text that nothing read: it opens all categories until its end, to be confirmed (要確認).
 */
export class CreateSharingLedger1000000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  classedTable(
    'sharing_grant',
    `
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id), -- personal
  giver_org int NOT NULL REFERENCES organisation (id), -- personal 記録を見せる機関
  receiver_org int NOT NULL REFERENCES organisation (id), -- personal 見てよい機関
  category text NOT NULL, -- personal 共有の区分
  basis text NOT NULL, -- personal 根拠(登録・記録・同意・支援会議・支援調整会議・その他の法令)
  law_article text, -- personal 根拠となる条項
  consent_id uuid REFERENCES consent (id), -- personal
  starts_on date NOT NULL, -- personal
  ends_on date, -- personal この日から見られない
  to_confirm boolean NOT NULL DEFAULT false, -- personal 要確認(区分を選ばずに得た同意)
${BY_WHOM}, -- public
  CONSTRAINT sharing_grant_category CHECK (category IN (${CATEGORIES})),
  CONSTRAINT sharing_grant_basis CHECK (basis IN ('registered', 'recorded', 'consent', 'support_meeting', 'coordination_meeting', 'other_law')),
  CONSTRAINT sharing_grant_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CONSTRAINT sharing_grant_parties CHECK ((giver_org = receiver_org) = (basis IN ('registered', 'recorded'))),
  CONSTRAINT sharing_grant_of_consent CHECK ((basis = 'consent') = (consent_id IS NOT NULL)),
  CONSTRAINT sharing_grant_of_law CHECK ((basis = 'other_law') = (law_article IS NOT NULL))`,
  ),
  'CREATE INDEX sharing_grant_by_person ON sharing_grant (jobseeker_id, receiver_org, category, giver_org);',
  'CREATE INDEX sharing_grant_by_consent ON sharing_grant (consent_id);',

  // The text stays as what was written beside the categories.
  `ALTER TABLE consent ADD COLUMN categories text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT consent_categories CHECK (categories <@ ARRAY[${CATEGORIES}])`,
  "COMMENT ON COLUMN consent.categories IS 'personal: 共有の区分'",
  `UPDATE consent SET categories = ARRAY[${CATEGORIES}] WHERE kind = 'sharing'`,
  "ALTER TABLE consent ADD CONSTRAINT consent_shares CHECK ((kind = 'sharing') = (cardinality(categories) > 0))",

  // Both directions were written; the one that opened an organisation its own records said nothing. The ids are
  // made of the old ones, so that the same database twice upgraded is the same twice.
  `INSERT INTO sharing_grant
     (id, site_id, jobseeker_id, giver_org, receiver_org, category, basis, consent_id, starts_on, ends_on, to_confirm, created_at, created_by)
   SELECT md5(a.id || category)::uuid, a.site_id, a.jobseeker_id, a.granted_by_org, a.org_id, category, 'consent', c.id, a.starts_on, a.ends_on, true,
     a.created_at, a.created_by
   FROM jobseeker_access a JOIN consent c ON c.id = a.consent_id, unnest(ARRAY[${CATEGORIES}]) category
   WHERE a.basis = 'consent' AND a.granted_by_org <> a.org_id`,
  `INSERT INTO sharing_grant
     (id, site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on, ends_on, to_confirm, created_at, created_by)
   SELECT md5(a.id || category)::uuid, a.site_id, a.jobseeker_id, a.granted_by_org, a.org_id, category, 'support_meeting', a.starts_on, a.ends_on, true,
     a.created_at, a.created_by
   FROM jobseeker_access a, unnest(ARRAY[${CATEGORIES}]) category WHERE a.basis = 'meeting' AND a.granted_by_org <> a.org_id`,
  `INSERT INTO sharing_grant (id, site_id, jobseeker_id, giver_org, receiver_org, category, basis, starts_on, ends_on, created_at, created_by)
   SELECT a.id, a.site_id, a.jobseeker_id, a.org_id, a.org_id, 'identity', 'registered', a.starts_on, a.ends_on, a.created_at, a.created_by
   FROM jobseeker_access a WHERE a.basis = 'registered'`,
  // On an empty server the first steps made policies of their own that asked it; all are put in force anew afterwards.
  'DROP TABLE jobseeker_access CASCADE',
];

const DOWN = [
  `CREATE TABLE jobseeker_access (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  site_id int NOT NULL REFERENCES site (id),
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id),
  org_id int NOT NULL REFERENCES organisation (id),
  basis text NOT NULL CONSTRAINT jobseeker_access_basis CHECK (basis IN ('registered', 'consent', 'meeting')),
  consent_id uuid,
  granted_by_org int NOT NULL REFERENCES organisation (id),
  starts_on date NOT NULL,
  ends_on date,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  created_by uuid DEFAULT app_staff(),
  CONSTRAINT jobseeker_access_order CHECK (ends_on IS NULL OR ends_on >= starts_on))`,
  'CREATE INDEX jobseeker_access_by_person ON jobseeker_access (jobseeker_id, org_id, starts_on)',
  'CREATE INDEX jobseeker_access_by_consent ON jobseeker_access (consent_id)',
  'ALTER TABLE jobseeker_access ENABLE ROW LEVEL SECURITY',
  `INSERT INTO jobseeker_access (site_id, jobseeker_id, org_id, basis, consent_id, granted_by_org, starts_on, ends_on, created_at, created_by)
   SELECT site_id, jobseeker_id, receiver_org, CASE basis WHEN 'registered' THEN basis WHEN 'consent' THEN basis ELSE 'meeting' END, consent_id, giver_org,
     starts_on, ends_on, created_at, created_by FROM sharing_grant WHERE category = 'identity'`,
  'DROP TABLE sharing_grant',
  'ALTER TABLE consent DROP CONSTRAINT consent_shares, DROP COLUMN categories',
];
