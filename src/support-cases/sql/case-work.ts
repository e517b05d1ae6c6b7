import { view } from '../../platform/sql/index.js';

/** 終了した支援期間: what was promised in one waits for nobody any more (`nextStepOf` of libs/domain/support-case). */
export const ENDED_PERIOD = view('ended_period', `SELECT c.id FROM support_case c WHERE c.status = 'closed'`);

/** 中断中の見直し: a suspended case is looked at again on the day that was set. */
export const SUSPENSION_TO_REVIEW = view(
  'suspension_to_review',
  `SELECT c.id, c.site_id, c.jobseeker_id, c.review_on AS due_on FROM support_case c WHERE c.status = 'suspended'`,
);
