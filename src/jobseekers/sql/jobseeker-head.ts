import { PERSON_COLUMNS } from '#domain/sharing';
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
  `SELECT j.id, j.hello_work_number, CASE WHEN app_is_shared(j.id, j.org_id, 'contact') THEN j.address END AS address FROM jobseeker j`,
);

/** 対象者区分 of a person, each from a day to a day. */
export const JOBSEEKER_GROUP = view(
  'jobseeker_group',
  'SELECT m.jobseeker_id, m.group_code, m.starts_on, m.ends_on FROM group_membership m',
);

/** Columns of a category that whoever registered the person gives one by one. */
const given = (column: string, category: string): string =>
  category === 'identity' ? `j.${column}` : `CASE WHEN shared.${category} THEN j.${column} END AS ${column}`;

/** 求職者 as the reader may see them: of the row that whoever registered the person wrote, the columns of the categories that it gave. */
export const JOBSEEKER_IN_SIGHT = view(
  'jobseeker_in_sight',
  `SELECT ${Object.entries(PERSON_COLUMNS)
    .map(([column, category]) => given(column, category))
    .join(', ')}
  FROM jobseeker j CROSS JOIN LATERAL (SELECT ${['contact', 'circumstances', 'health']
    .map((category) => `app_is_shared(j.id, j.org_id, '${category}') AS ${category}`)
    .join(', ')} OFFSET 0) shared`,
);
