import { view } from '../../platform/sql/index.js';

/** 求職者 as a line of any list tells them, to whoever may see the person at all. */
export const JOBSEEKER_HEAD = view(
  'jobseeker_head',
  `SELECT j.id, j.site_id, j.number, j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana, j.kana_key,
    j.birth_date, j.age_band, j.protected_until
  FROM jobseeker j`,
);

/** What the Hello Work and a letter to an employer (紹介状) need besides. */
export const JOBSEEKER_CONTACT = view(
  'jobseeker_contact',
  'SELECT j.id, j.hello_work_number, j.address FROM jobseeker j',
);

/** 対象者区分 of a person, each from a day to a day. */
export const JOBSEEKER_GROUP = view(
  'jobseeker_group',
  'SELECT m.jobseeker_id, m.group_code, m.starts_on, m.ends_on FROM group_membership m',
);
