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
  /** The benefit that ends next, or that ended lately. */
  readonly clock: { readonly name: string; readonly endsOn: IsoDate } | null;
}

/** What comes next, and whose it is. */
export interface NextStep {
  readonly title: string;
  readonly dueOn: IsoDate | null;
  readonly side: Side | 'jobseeker';
  readonly owner: string | null;
}

/*
 * A statement finds the rows of its page first, in a part of its own that is cut and materialised, and only then looks up what
 * each row shows. Otherwise the planner, which takes a policy to leave one row, looks everything up for the whole site.
 * The part carries the columns below, so that the person is not read, and their policy not asked, a second time.
 */

/** What the first part takes along of `jobseeker_head j`. */
export const PERSON_KEYS = 'j.id AS jobseeker_id, j.name, j.kana, j.kana_key, j.birth_date, j.protected_until';

/** What the first part takes along of `case_head c`. */
export const CASE_KEYS =
  'c.id AS case_id, c.number, c.status, c.status_since, c.opened_on, c.programme_id, c.desk_id, c.site_id';

/** `PersonColumns` over a first part `p` and `PERSON_JOINS`. */
export const PERSON_COLUMNS = `
  p.jobseeker_id AS "jobseekerId", p.name, p.kana, coalesce(p.protected_until >= $2, false) AS protected,
  ARRAY(SELECT g.name FROM jobseeker_group m JOIN target_group_name g ON g.code = m.group_code WHERE m.jobseeker_id = p.jobseeker_id AND ${inForce('m')}
    ORDER BY g.position, g.code) AS groups,
  CASE WHEN last.held_on IS NULL THEN NULL ELSE jsonb_build_object('heldOn', last.held_on, 'kind', last.kind, 'side', last_org.side, 'by', last_by.name)
    END AS "lastConsultation",
  CASE WHEN clock.ends_on IS NULL THEN NULL ELSE jsonb_build_object('name', clock.name, 'endsOn', clock.ends_on) END AS clock`;

/** `last`: the last consultation of a person. */
export const lastJoin = (jobseekerId: string): string => `
  LEFT JOIN LATERAL (SELECT k.held_on, k.kind, k.organisation_id, k.author_id FROM consultation_head k WHERE k.jobseeker_id = ${jobseekerId}
    ORDER BY k.held_on DESC, k.id DESC LIMIT 1) last ON true`;

export const PERSON_JOINS = `
  ${lastJoin('p.jobseeker_id')}
  LEFT JOIN organisation_name last_org ON last_org.id = last.organisation_id
  LEFT JOIN staff_head last_by ON last_by.id = last.author_id
  LEFT JOIN LATERAL (SELECT b.name, b.ends_on FROM benefit_clock b WHERE b.jobseeker_id = p.jobseeker_id ORDER BY b.place, b.name, b.id LIMIT 1) clock ON true`;

/** `NextStep` over a first part `p` and `NEXT_JOINS`. */
export const NEXT_COLUMN = `
  CASE WHEN next.id IS NULL THEN NULL ELSE jsonb_build_object('title', next.title, 'dueOn', next.due_on, 'side', next.owner_side, 'owner', next_owner.name)
    END AS next`;

/** `next`: the first of what waits on a case, `nextStepOf` of libs/domain/support-case. */
export const nextJoin = (jobseekerId: string, caseId: string, status: string): string => `
  LEFT JOIN LATERAL (
    SELECT n.id, n.title, n.due_on, n.owner_side, n.owner_staff_id FROM next_action_to_do n
    WHERE n.jobseeker_id = ${jobseekerId} AND (n.support_case_id IS NULL OR n.support_case_id = ${caseId}) AND ${status} <> 'closed'
    UNION ALL
    SELECT t.id, t.title, t.due_on, t.owner_side, t.owner_staff_id FROM plan_step_to_do t WHERE t.support_case_id = ${caseId}
    ORDER BY due_on NULLS LAST, id LIMIT 1) next ON true`;

export const NEXT_JOINS = `
  ${nextJoin('p.jobseeker_id', 'p.case_id', 'p.status')}
  LEFT JOIN staff_head next_owner ON next_owner.id = next.owner_staff_id`;
