import { view } from '../../platform/sql/index.js';

export const CONSULTATION_HEADS = [
  /** 相談 without what was said in it: when, of which kind, by whom. */
  view(
    'consultation_head',
    'SELECT k.id, k.jobseeker_id, k.held_on, k.kind, k.org_id AS organisation_id, k.author_id FROM consultation k',
  ),
  /** 次の行動 and what became of it; those that wait are `next_action_to_do`. */
  view(
    'next_action_head',
    'SELECT n.id, n.jobseeker_id, n.title, n.due_on, n.state, n.owner_side, n.owner_staff_id, n.created_at FROM next_action n',
  ),
];
