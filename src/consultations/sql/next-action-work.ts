import { view } from '../../platform/sql/index.js';

/** 次の行動 that are open, unless the period they were promised in has ended. */
export const NEXT_ACTION_TO_DO = view(
  'next_action_to_do',
  `SELECT n.id, n.site_id, n.jobseeker_id, n.support_case_id, n.title, n.due_on, n.owner_side, n.owner_staff_id
  FROM next_action n WHERE n.state = 'open' AND NOT EXISTS (SELECT 1 FROM ended_period ended WHERE ended.id = n.support_case_id)`,
);
