import type { Side } from '#access';
import type { IsoDate } from '#kernel';
import { inForce } from './case-filter.sql.js';

/** What every row of a home or a list says about its person (対象者). */
export interface PersonColumns {
  readonly jobseekerId: string;
  readonly name: string;
  readonly kana: string;
  readonly protected: boolean;
  /** Names of the groups (対象者区分) of today. */
  readonly groups: readonly string[];
  /** The last consultation that the reader may see. */
  readonly lastConsultation: {
    readonly heldOn: IsoDate;
    readonly kind: string;
    readonly side: Side;
    readonly by: string;
  } | null;
  /** The benefit that ends next. */
  readonly clock: { readonly name: string; readonly endsOn: IsoDate } | null;
}

/** What comes next, and whose it is. */
export interface NextStep {
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly side: Side | 'jobseeker';
  readonly owner: string | null;
}

/** `PersonColumns` over `jobseeker j` and `PERSON_JOINS`. */
export const PERSON_COLUMNS = `
  j.id AS "jobseekerId", j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana, coalesce(j.protected_until >= $2, false) AS protected,
  ARRAY(SELECT g.name FROM group_membership m JOIN target_group g ON g.code = m.group_code WHERE m.jobseeker_id = j.id AND ${inForce('m')} ORDER BY g.position) AS groups,
  CASE WHEN last.held_on IS NULL THEN NULL ELSE jsonb_build_object('heldOn', last.held_on, 'kind', last.kind, 'side', last_org.side, 'by', last_by.name) END AS "lastConsultation",
  CASE WHEN clock.ends_on IS NULL THEN NULL ELSE jsonb_build_object('name', clock.name, 'endsOn', clock.ends_on) END AS clock`;

export const PERSON_JOINS = `
  LEFT JOIN LATERAL (SELECT k.held_on, k.kind, k.org_id, k.author_id FROM consultation k WHERE k.jobseeker_id = j.id ORDER BY k.held_on DESC, k.id DESC LIMIT 1) last ON true
  LEFT JOIN organisation last_org ON last_org.id = last.org_id
  LEFT JOIN staff last_by ON last_by.id = last.author_id
  LEFT JOIN LATERAL (SELECT b.name, b.ends_on FROM benefit b WHERE b.jobseeker_id = j.id AND b.ends_on >= $2 ORDER BY b.ends_on LIMIT 1) clock ON true`;

/** `NextStep` over `NEXT_JOINS`. */
export const NEXT_COLUMN = `
  CASE WHEN next.due_on IS NULL THEN NULL ELSE jsonb_build_object('title', next.title, 'dueOn', next.due_on, 'side', next.owner_side, 'owner', next_owner.name) END AS next`;

/** Over `jobseeker j` and `support_case c`: what is due first of the open actions and the open steps of the plan. A fall-back is none until it is taken. */
export const NEXT_JOINS = `
  LEFT JOIN LATERAL (
    SELECT n.title, n.due_on, n.owner_side, n.owner_staff_id, n.id FROM next_action n WHERE n.jobseeker_id = j.id AND n.state = 'open'
    UNION ALL
    SELECT t.title, t.due_on, t.owner_side, t.owner_staff_id, t.id FROM support_plan l
    JOIN support_plan_version v ON v.support_plan_id = l.id AND v.version_no = l.current_version JOIN plan_step t ON t.plan_version_id = v.id
    WHERE l.support_case_id = c.id AND t.state = 'open' AND t.due_on IS NOT NULL AND t.branch_on IS NULL
    ORDER BY due_on, id LIMIT 1) next ON true
  LEFT JOIN staff next_owner ON next_owner.id = next.owner_staff_id`;
