// Lists and search: the page's keys first, by an index, then what its rows show.
import { page, rowsTable } from './html.mjs';
import {
  inForce,
  NEXT_COLUMNS,
  NEXT_JOINS,
  nextOf,
  PERSON_COLUMNS,
  PERSON_JOINS,
  personOf,
  readable,
  shared,
  statement,
  visible,
} from './sql.mjs';

const PAGE = 50;

const CASE_OF_PAGE = `SELECT c.id AS case_id, j.id AS jobseeker_id, j.kana_key, s.shared
  FROM jobseeker j JOIN support_case c ON c.jobseeker_id = j.id CROSS JOIN LATERAL (SELECT ${shared('j.id')} AS shared) s`;

const decorated = (keys) =>
  statement(`
  WITH ${keys}
  SELECT c.id AS "caseId", c.number, ${PERSON_COLUMNS}, j.birth_date AS "birthDate", c.status, c.status_since AS "statusSince", g.name AS programme, d.name AS desk,
    ${NEXT_COLUMNS}, j.kana_key || ' ' || c.id AS cursor
  FROM p JOIN support_case c ON c.id = p.case_id JOIN jobseeker j ON j.id = p.jobseeker_id JOIN programme g ON g.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id
  ${PERSON_JOINS} ${NEXT_JOINS} ORDER BY p.kana_key, c.id`);

const OF_TEAM =
  decorated(`mine AS MATERIALIZED (SELECT a.support_case_id FROM case_assignment a WHERE a.staff_id = :staff::uuid AND ${inForce('a')}),
  p AS MATERIALIZED (${CASE_OF_PAGE} WHERE c.id IN (SELECT support_case_id FROM mine) AND c.status <> 'closed' AND c.site_id = :site::int AND ${visible('j')} AND (c.org_id = :org::int OR s.shared)
    ORDER BY j.kana_key, c.id LIMIT ${PAGE + 1})`);

const OF_SITE =
  decorated(`p AS MATERIALIZED (${CASE_OF_PAGE} WHERE j.site_id = :site::int AND c.status <> 'closed' AND ${visible('j')} AND (c.org_id = :org::int OR s.shared)
    ORDER BY j.kana_key, c.id LIMIT ${PAGE + 1})`);

/** `GET /api/v1/caseload` */
export async function caseload(db, me, query) {
  const { rows } = await db.query((query.get('scope') === 'site' ? OF_SITE : OF_TEAM)(me));
  const items = rows.slice(0, PAGE).map((row) => ({
    caseId: row.caseId,
    number: row.number,
    ...personOf(row),
    birthDate: row.birthDate,
    status: row.status,
    statusSince: row.statusSince,
    programme: row.programme,
    desk: row.desk,
    next: nextOf(row),
    cursor: row.cursor,
  }));
  return rows.length > PAGE ? { items, next: items.at(-1).cursor } : { items };
}

export async function caseloadPage(db, me, query) {
  const [{ items }, choices] = await Promise.all([caseload(db, me, query), siteChoices(db, me)]);
  return page(
    me,
    '支援ケースの一覧',
    choices,
    rowsTable(items, (row) => `/cases/${row.caseId}`),
  );
}

const SITE = statement(`SELECT s.id, s.name, s.stalled_after_days,
    (SELECT json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.id) FROM desk d WHERE d.site_id = s.id) AS desks,
    (SELECT json_agg(json_build_object('code', g.code, 'name', g.name) ORDER BY g.position) FROM programme g WHERE g.site_id = s.id) AS programmes,
    (SELECT json_agg(json_build_object('code', t.code, 'name', t.name) ORDER BY t.position) FROM site_target_group x JOIN target_group t ON t.code = x.group_code WHERE x.site_id = s.id) AS groups
  FROM site s WHERE s.id = :site::int`);

/** What filters and forms offer to choose from. */
export async function siteChoices(db, me) {
  const { rows } = await db.query(SITE(me));
  return rows[0];
}

const FOUND = statement(`
  WITH f AS MATERIALIZED (
    SELECT j.id AS jobseeker_id, s.key FROM jobseeker_search s JOIN jobseeker j ON j.id = s.jobseeker_id
    WHERE s.site_id = :site::int AND s.key >= :from_key AND s.key < :to_key AND ${visible('j')}
      AND NOT EXISTS (SELECT 1 FROM jobseeker_search e WHERE e.site_id = :site::int AND e.jobseeker_id = s.jobseeker_id AND e.key >= :from_key AND e.key < s.key)
    ORDER BY s.key, s.jobseeker_id LIMIT ${PAGE + 1}),
  p AS (SELECT f.*, ${shared('f.jobseeker_id')} AS shared FROM f)
  SELECT j.id, j.number, j.family_name AS "familyName", j.given_name AS "givenName", j.family_kana AS "familyKana", j.given_kana AS "givenKana", j.birth_date AS "birthDate",
    j.age_band AS "ageBand", j.protected_until AS "protectedUntil", o.name AS "organisationName", o.side, p.key,
    ARRAY(SELECT m.group_code FROM group_membership m JOIN target_group t ON t.code = m.group_code WHERE m.jobseeker_id = j.id AND ${readable('m')} AND ${inForce('m')} ORDER BY t.position) AS groups
  FROM p JOIN jobseeker j ON j.id = p.jobseeker_id JOIN organisation o ON o.id = j.org_id ORDER BY p.key, j.id`);

/** `GET /api/v1/jobseekers` */
export async function search(db, me, query) {
  const key = query.get('q');
  const { rows } = await db.query(FOUND({ ...me, from_key: key, to_key: `${key}\u{10ffff}` }));
  const items = rows.slice(0, PAGE).map(({ key: _, ...row }) => row);
  const last = rows[PAGE - 1];
  if (rows.length <= PAGE) return { items };
  return { items, next: Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') };
}

export async function searchPage(db, me, query) {
  const { items } = await search(db, me, query);
  const rows = items.map((row) => ({
    ...row,
    name: `${row.familyName} ${row.givenName}`,
    kana: `${row.familyKana} ${row.givenKana}`,
    protected: row.protectedUntil !== null && row.protectedUntil >= me.today,
  }));
  return page(
    me,
    '求職者',
    null,
    rowsTable(rows, (row) => `/jobseekers/${row.id}`),
  );
}
