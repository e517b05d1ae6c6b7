import { view } from '../../platform/sql/index.js';

/** 就職 as others may read it. */
export const PLACEMENT_HEADS = [
  view('placement_head', 'SELECT p.id, p.referral_id, p.starts_on, p.reversed_on FROM placement p'),
  // With the type of the record as the timeline names it: a 定着確認 is about the workplace of its placement.
  view(
    'job_of_placement_record',
    `SELECT 'placement' AS subject_type, p.id AS subject_id, p.workplace_name, p.occupation FROM placement p
     UNION ALL SELECT 'retention_contact', k.id, p.workplace_name, p.occupation FROM retention_contact k JOIN placement p ON p.id = k.placement_id`,
  ),
];
