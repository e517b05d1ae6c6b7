import { view } from '../../platform/sql/index.js';

/** 求職者 as a line of any list tells them, to whoever may see the person at all, by the name under which the reader's organisation knows them. */
export const JOBSEEKER_HEAD = view(
  'jobseeker_head',
  `SELECT j.id, j.site_id, j.number, i.family_name || ' ' || i.given_name AS name, i.family_kana || ' ' || i.given_kana AS kana, i.kana_key,
    i.birth_date, i.age_band, j.protected_until
  FROM jobseeker j JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND i.site_id = j.site_id AND i.org_id = (SELECT (app_orgs())[1])`,
);

/** What the Hello Work and a letter to an employer (紹介状) need besides: the number of whoever registered the person there, the address written last. */
export const JOBSEEKER_FOR_LETTER = view(
  'jobseeker_for_letter',
  `SELECT j.id,
    (SELECT i.hello_work_number FROM jobseeker_identity i WHERE i.jobseeker_id = j.id AND i.hello_work_number IS NOT NULL
     ORDER BY i.hello_work_registered_on DESC, i.org_id LIMIT 1) AS hello_work_number,
    (SELECT c.address FROM jobseeker_contact c WHERE c.jobseeker_id = j.id AND c.written ? 'address'
     ORDER BY (c.written ->> 'address')::timestamptz DESC, c.org_id LIMIT 1) AS address
  FROM jobseeker j`,
);

/** 対象者区分 of a person, each from a day to a day. */
export const JOBSEEKER_GROUP = view(
  'jobseeker_group',
  'SELECT m.jobseeker_id, m.group_code, m.starts_on, m.ends_on FROM group_membership m',
);
