import { view } from '../../platform/sql/index.js';

/** Somebody of the side that referred is on the case. */
const SIDE_IS_ON_CASE = `EXISTS (SELECT 1 FROM case_team a JOIN organisation_name ao ON ao.id = a.organisation_id
  WHERE a.support_case_id = i.support_case_id AND ao.side = o.side AND a.starts_on <= (SELECT app_today()) AND (a.ends_on IS NULL
    OR a.ends_on > (SELECT app_today())))`;

/**
 * 面接 that are arranged: on its day each asks to be attended, from the day after on for its outcome (`interviewDue` in
 * libs/domain/referral says the same, and a test holds the two together). It is whose who goes along; once they left it is named
 * theirs in the queue 「担当者不在」, and the side's that referred until somebody goes instead. Without anybody who goes along, and with
 * nobody of that side on the case, it is of whoever arranged it.
 * Of a period that is over nothing is asked, as of its promises and steps: whoever closed it did not see the attempt, or it would have
 * been decided first. Taking the closing back brings the interview back.
 * The worker that reminds does not read referrals, and needs no title.
 */
export const INTERVIEWS_DUE = view(
  'interview_due',
  `SELECT CASE WHEN i.interview_on < (SELECT app_today()) THEN 'interview_outcome' ELSE 'interview' END AS kind,
    i.id, i.site_id, i.jobseeker_id, i.support_case_id, concat_ws('　', to_char(i.starts_at, 'HH24:MI'), e.name) AS title,
    CASE WHEN i.interview_on < (SELECT app_today()) THEN i.interview_on + 1 ELSE i.interview_on END AS due_on,
    coalesce(w.side, o.side) AS owner_side, CASE WHEN i.accompanied_by IS NOT NULL THEN i.accompanied_by WHEN NOT ${SIDE_IS_ON_CASE}
      THEN i.created_by END AS named_staff_id
  FROM interview i JOIN organisation_name o ON o.id = i.org_id LEFT JOIN referral r ON r.id = i.referral_id LEFT JOIN employer_head e ON e.id = r.employer_id
    LEFT JOIN staff_head w ON w.id = i.accompanied_by AND (w.employed_until IS NULL OR w.employed_until > (SELECT app_today()))
  WHERE i.status = 'arranged' AND NOT EXISTS (SELECT 1 FROM ended_period ended WHERE ended.id = i.support_case_id)`,
);
