import { view } from '../../platform/sql/index.js';

/** 事業所 and 求人 as a referral, its letter (紹介状) and the timeline name them. */
export const EMPLOYER_HEADS = [
  view('employer_head', 'SELECT e.id, e.name, e.address, e.contact_person FROM employer e'),
  view('job_order_head', 'SELECT o.id, o.employer_id, o.order_number, o.title FROM job_order o'),
];
