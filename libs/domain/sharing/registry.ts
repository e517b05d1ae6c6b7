import { ja } from '#messages';
import type { SharingCategory } from './categories.js';

/**
 * Which category every table about a person belongs to. A table that is not named here has no policies to be made of (`personalRecord`), and a
 * test compares the lists with the catalogue of the database.
 */
export const TABLE_CATEGORIES = {
  benefit: 'benefits',
  consultation: 'consultations',
  consultation_addendum: 'consultations',
  consultation_participant: 'consultations',
  next_action: 'consultations',
  support_case: 'plan',
  case_transition: 'plan',
  case_assignment: 'plan',
  support_request: 'plan',
  support_plan: 'plan',
  support_plan_version: 'plan',
  plan_step: 'plan',
  plan_review: 'plan',
  wish: 'referrals',
  job_order: 'referrals',
  condition_negotiation: 'referrals',
  referral: 'referrals',
  interview: 'referrals',
  offer: 'referrals',
  placement: 'referrals',
  retention_contact: 'referrals',
  jobseeker_search: 'identity',
  jobseeker_identity: 'identity',
  jobseeker_contact: 'contact',
  jobseeker_circumstances: 'circumstances',
  jobseeker_health: 'health',
} as const satisfies Readonly<Record<string, SharingCategory>>;

/** Of these each row says itself which it belongs to: by the group, by what was agreed to, by the record that a line is about. */
export const TABLES_BY_ROW = ['group_membership', 'consent', 'timeline_entry'] as const;

/** A table of records that an organisation wrote about a person and may share. */
export type SharedTable = keyof typeof TABLE_CATEGORIES | (typeof TABLES_BY_ROW)[number];

/**
 * What no grant opens, and why: written to be kept (own note), read by roles and not by organisations (audit, duplicates), one's own (notices), or
 * what follows from grants and records (the grants themselves and what was decided, which giver and receiver read; what an organisation keeps).
 * @public test/access/sharing.spec.ts compares the registry with the database's catalogue
 */
export const NEVER_SHARED = [
  'consultation_note',
  'audit_entry',
  'duplicate_suspicion',
  'duplicate_question',
  'duplicate_look',
  'broken_glass',
  'protection_lift',
  'notification',
  'sharing_grant',
  'sharing_decision',
  'kept_record',
] as const;

/**
 * The one row of a person that is everybody's: that there is such a person, under which number, and who may know. Whoever sees the person sees it, so it
 * holds nothing that anybody was told about them.
 * @public test/access/sharing.spec.ts compares it with the database's catalogue
 */
export const FRAME_COLUMNS = [
  'id',
  'site_id',
  'org_id',
  'number',
  'protected_until',
  'registered_on',
  'version',
  'updated_at',
  'updated_by',
  'created_at',
  'created_by',
] as const;

/** What a 対象者区分 can tell of a person, and so is shared by. */
export const GROUP_CATEGORIES = ['circumstances', 'health', 'benefits'] as const satisfies readonly SharingCategory[];
export type GroupCategory = (typeof GROUP_CATEGORIES)[number];

/** Words in the name of a group, and what they tell of: the first that fits. */
const GROUP_NAMES: readonly (readonly [category: GroupCategory, words: readonly string[]])[] = [
  ['health', ja.consent.groupsOf.health],
  ['benefits', ja.consent.groupsOf.benefits],
];

/** The category proposed for a new 対象者区分 by its name; everything else is a circumstance. What holds is what stands beside the name. */
export function categoryProposed(name: string): GroupCategory {
  return GROUP_NAMES.find(([, names]) => names.some((part) => name.includes(part)))?.[0] ?? 'circumstances';
}
