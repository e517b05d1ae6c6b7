import { view } from '../../platform/sql/index.js';

/** 紹介 and 採用 as others may read them: how far an attempt came, not what was noted about it. */
export const REFERRAL_HEADS = [
  view(
    'referral_head',
    'SELECT r.id, r.support_case_id, r.attempt_no, r.asked_on, r.letter_issued_on, r.interview_on FROM referral r',
  ),
  view('offer_head', 'SELECT o.id, o.support_case_id, o.status FROM offer o'),
  // With the type of the record as the timeline names it, so that one look-up answers for whichever of them a line is about.
  view(
    'job_of_referral_record',
    `SELECT 'referral' AS subject_type, r.id AS subject_id, r.employer_id, r.job_order_id FROM referral r
     UNION ALL SELECT 'condition_negotiation', n.id, n.employer_id, n.job_order_id FROM condition_negotiation n
     UNION ALL SELECT 'offer', f.id, f.employer_id, r.job_order_id FROM offer f LEFT JOIN referral r ON r.id = f.referral_id`,
  ),
];
