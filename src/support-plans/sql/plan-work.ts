import { view } from '../../platform/sql/index.js';

/**
 * 今すること of a plan: `stepsToDo` over the version in force, each with its `dueDayOf` (libs/domain/support-plan/due.ts).
 * CASE and not coalesce: only of the former PostgreSQL knows that it tells nothing to whoever may not see the row, and finds it by index.
 * Which version is in force stands in the plan's row, written by `versionInForce` (libs/domain/support-plan/plan.ts).
 */
export const PLAN_STEP_TO_DO = view(
  'plan_step_to_do',
  `SELECT t.id, t.site_id, t.jobseeker_id, p.support_case_id, t.title, CASE WHEN t.due_on IS NULL THEN t.branch_on ELSE t.due_on
    END AS due_on, t.owner_side, t.owner_staff_id
  FROM plan_step t
  JOIN support_plan_version v ON v.id = t.plan_version_id
  JOIN support_plan p ON p.id = v.support_plan_id AND p.version_in_force = v.version_no
  WHERE t.state = 'open'
    AND (t.branch_on IS NULL OR (t.branch_on <= (SELECT app_today()) AND NOT EXISTS (
      SELECT 1 FROM plan_step origin WHERE origin.plan_version_id = t.plan_version_id AND origin.step_key = t.branch_of AND origin.state = 'done')))
    AND NOT EXISTS (SELECT 1 FROM ended_period ended WHERE ended.id = p.support_case_id)`,
);

/** 見直し that are planned and not held (libs/domain/support-plan/due.ts, `nextReview`). */
export const PLAN_REVIEW_TO_HOLD = view(
  'plan_review_to_hold',
  `SELECT r.id, r.site_id, r.jobseeker_id, p.support_case_id, r.due_on, r.owner_staff_id
  FROM plan_review r JOIN support_plan p ON p.id = r.support_plan_id
  WHERE r.held_on IS NULL AND NOT EXISTS (SELECT 1 FROM ended_period ended WHERE ended.id = p.support_case_id)`,
);
