import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classedTable } from './support/classed.js';
import { BY_WHOM, CHANGED, OWNED, samePersonAsCase } from './support/columns.js';
import { countable, personalRecord, siteTable } from './support/policies.js';

/** Employers, job orders, negotiations, referrals, offers, placements, follow-up. */
export class CreatePlacements1000000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE retention_contact, placement, offer, referral, condition_negotiation, job_order, employer CASCADE;`);
  }
}

const ROUTES = `'hello_work_referral','self_found','job_fair','online_application','other'`;
const EMPLOYMENT = `'regular','contract','dispatched','part_time','non_regular','self_employed'`;
const OUTCOMES = `'pending','refused_before_application','not_attended','document_failed','interview_failed','offered','declined','hired'`;

const TABLES = [
  classedTable('employer', `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- public
  name text NOT NULL, -- public 事業所名
  name_kana text NOT NULL, -- public
  search_key text COLLATE "C" NOT NULL, -- public
  industry text, -- public 産業
  address text, -- public
  phone text, -- public
  contact_person text, -- personal 担当者
  note text, -- personal
${CHANGED}, -- public
${BY_WHOM} -- public`),
  'CREATE INDEX employer_by_name ON employer (site_id, search_key);',
  classedTable('job_order', `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- public
  employer_id uuid NOT NULL REFERENCES employer (id), -- public
  order_number text, -- public 求人番号
  title text NOT NULL, -- public 職種
  positions int NOT NULL DEFAULT 1 CONSTRAINT job_order_positions CHECK (positions BETWEEN 1 AND 999), -- public 求人数(人)
  employment_type text CONSTRAINT job_order_employment CHECK (employment_type IN (${EMPLOYMENT})), -- public
  conditions text NOT NULL DEFAULT '', -- public 条件
  received_on date NOT NULL, -- public 受理日
  valid_until date, -- public
  for_jobseeker_id uuid REFERENCES jobseeker (id), -- personal この人のために得た求人
${CHANGED}, -- public
${BY_WHOM} -- public`),
  'CREATE INDEX job_order_by_employer ON job_order (employer_id, received_on DESC);',
  'CREATE INDEX job_order_by_site ON job_order (site_id, received_on DESC);',
  classedTable('condition_negotiation', `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  employer_id uuid NOT NULL REFERENCES employer (id), -- public
  job_order_id uuid REFERENCES job_order (id), -- public
  condition text NOT NULL CONSTRAINT condition_negotiation_kind CHECK (condition IN ('education','age','schedule','night_shift','japanese','experience','other')), -- special 緩和を求めた条件
  asked_for text NOT NULL, -- special 何から何へ
  negotiated_on date NOT NULL, -- personal
  result text NOT NULL DEFAULT 'pending' CONSTRAINT condition_negotiation_result CHECK (result IN ('pending','accepted','refused')), -- personal
  result_on date, -- personal
  note text, -- special
${CHANGED}, -- public
${BY_WHOM}, -- public
${samePersonAsCase('condition_negotiation')}`),
  'CREATE INDEX condition_negotiation_by_case ON condition_negotiation (support_case_id);',
  classedTable('referral', `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  employer_id uuid NOT NULL REFERENCES employer (id), -- personal
  job_order_id uuid REFERENCES job_order (id), -- personal
  attempt_no int NOT NULL, -- personal 何件目の紹介か
  asked_on date NOT NULL, -- personal 事業所に打診した日
  letter_issued_on date, -- personal 紹介状の発行日
  interview_on date, -- personal 面接日
  outcome text NOT NULL DEFAULT 'pending' CONSTRAINT referral_outcome CHECK (outcome IN (${OUTCOMES})), -- personal
  outcome_on date, -- personal
  outcome_reason text, -- special
  note text, -- special
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT referral_attempt UNIQUE (support_case_id, attempt_no),
  CONSTRAINT referral_decided CHECK ((outcome = 'pending') = (outcome_on IS NULL)),
  CONSTRAINT referral_letter CHECK (outcome IN ('pending', 'refused_before_application') OR letter_issued_on IS NOT NULL),
  CONSTRAINT referral_order CHECK ((letter_issued_on IS NULL OR letter_issued_on >= asked_on) AND (outcome_on IS NULL OR outcome_on >= asked_on)),
${samePersonAsCase('referral')}`),
  'CREATE INDEX referral_by_day ON referral (site_id, letter_issued_on);',
  'CREATE INDEX referral_by_person ON referral (jobseeker_id, letter_issued_on);',
  'CREATE INDEX referral_by_employer ON referral (employer_id);',
  classedTable('offer', `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  referral_id uuid REFERENCES referral (id), -- personal
  employer_id uuid NOT NULL REFERENCES employer (id), -- personal
  received_on date NOT NULL, -- personal 採用通知日
  conditions text NOT NULL DEFAULT '', -- personal
  status text NOT NULL DEFAULT 'open' CONSTRAINT offer_status CHECK (status IN ('open', 'accepted', 'declined')), -- personal
  decided_on date, -- personal
  decline_reason text, -- special 辞退の理由
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT offer_decided CHECK ((status = 'open') = (decided_on IS NULL)),
  CONSTRAINT offer_declined CHECK (status <> 'declined' OR decline_reason IS NOT NULL),
${samePersonAsCase('offer')}`),
  'CREATE INDEX offer_by_case ON offer (support_case_id, received_on);',
  'CREATE INDEX offer_by_day ON offer (site_id, received_on);',
  classedTable('placement', `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  referral_id uuid REFERENCES referral (id), -- personal
  offer_id uuid REFERENCES offer (id), -- personal
  employer_id uuid REFERENCES employer (id), -- personal
  workplace_name text NOT NULL, -- personal 就職先
  occupation text NOT NULL, -- personal 職種
  decided_on date NOT NULL, -- personal 就職が決まった日
  starts_on date NOT NULL, -- personal 就職日(雇入日)
  route text NOT NULL CONSTRAINT placement_route CHECK (route IN (${ROUTES})), -- personal 経路
  employment_type text NOT NULL CONSTRAINT placement_employment CHECK (employment_type IN (${EMPLOYMENT})), -- personal 雇用形態
  weekly_hours numeric(4,1), -- personal
  subsidy text, -- personal 助成金
  reversed_on date, -- personal 取消日
  reversal_reason text, -- special
  left_on date, -- personal 離職日
  left_reason text, -- special
${CHANGED}, -- public
${BY_WHOM}, -- public
  CONSTRAINT placement_referred CHECK (route <> 'hello_work_referral' OR referral_id IS NOT NULL),
  CONSTRAINT placement_reversed CHECK ((reversed_on IS NULL) = (reversal_reason IS NULL)),
  CONSTRAINT placement_left CHECK (left_on IS NULL OR left_on >= starts_on),
${samePersonAsCase('placement')}`),
  'CREATE INDEX placement_by_day ON placement (site_id, starts_on) INCLUDE (support_case_id, jobseeker_id, route, reversed_on);',
  'CREATE INDEX placement_by_case ON placement (support_case_id);',
  'CREATE INDEX placement_by_person ON placement (jobseeker_id, starts_on);',
  'CREATE UNIQUE INDEX placement_one_a_referral ON placement (referral_id) WHERE referral_id IS NOT NULL AND reversed_on IS NULL;',
  classedTable('retention_contact', `
${OWNED}, -- personal
  support_case_id uuid NOT NULL, -- personal
  placement_id uuid NOT NULL REFERENCES placement (id), -- personal
  contacted_on date NOT NULL, -- personal 職場定着支援の日
  with_whom text NOT NULL CONSTRAINT retention_with CHECK (with_whom IN ('jobseeker','employer','both')), -- personal
  channel text NOT NULL CONSTRAINT retention_channel CHECK (channel IN ('desk','circuit','outreach','phone','online')), -- personal
  still_working boolean NOT NULL, -- personal
  text text NOT NULL DEFAULT '', -- special
${BY_WHOM}, -- public
${samePersonAsCase('retention_contact')}`),
  'CREATE INDEX retention_contact_by_placement ON retention_contact (placement_id, contacted_on);',
];

const POLICIES = `
${siteTable('employer')}
${countable('employer', ['id', 'site_id'])}
${siteTable('job_order')}
${personalRecord('condition_negotiation', { changedBy: 'both_sides' })}
${personalRecord('referral', { changedBy: 'both_sides', countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'employer_id', 'asked_on', 'letter_issued_on', 'outcome', 'outcome_on'] })}
${personalRecord('offer', { changedBy: 'both_sides', countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'employer_id', 'received_on', 'status'] })}
${personalRecord('placement', { changedBy: 'both_sides', countable: ['id', 'site_id', 'jobseeker_id', 'support_case_id', 'referral_id', 'employer_id', 'decided_on', 'starts_on', 'route', 'employment_type', 'reversed_on', 'left_on'] })}
${personalRecord('retention_contact', { changedBy: 'nobody' })}
`;

