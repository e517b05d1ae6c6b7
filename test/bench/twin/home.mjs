// The twin's homes: what is due for one's own, what stands still, which requests wait; the supervisor's site beside it.
import { lettersWithoutInterview } from './letters.mjs';
import { escape, page, person, rowsTable, table } from './html.mjs';
import { siteChoices } from './lists.mjs';
import {
  dueDay,
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
  toDo,
  visible,
} from './sql.mjs';

const MOST = 100;
const LETTERS = 3;
const SOON_DAYS = 7;

/** Cases on whose team one is. */
const MINE = `mine AS MATERIALIZED (SELECT a.support_case_id, a.jobseeker_id, a.role = '主担当' AS leads FROM case_assignment a WHERE a.staff_id = :staff::uuid AND a.site_id = :site::int AND ${inForce('a')})`;
/** Who of a side has been on a case longest: work that names nobody falls to them. */
const first = (
  supportCase,
  side,
) => `(SELECT a.staff_id FROM case_assignment a JOIN organisation o ON o.id = a.staff_org_id
    WHERE a.support_case_id = ${supportCase} AND ${side} AND ${inForce('a')} ORDER BY a.starts_on, a.id LIMIT 1)`;
const STEPS_IN_FORCE = `JOIN support_plan_version v ON v.id = s.plan_version_id JOIN support_plan l ON l.id = v.support_plan_id AND l.version_in_force = v.version_no`;

/** The day after an interview asks for its outcome. It is whose who goes along, else the side's that referred. */
const INTERVIEW_DAY = 'CASE WHEN i.interview_on < :today::date THEN i.interview_on + 1 ELSE i.interview_on END';
const INTERVIEW_JOINS = `JOIN organisation o ON o.id = i.org_id LEFT JOIN staff w ON w.id = i.accompanied_by AND (w.employed_until IS NULL OR w.employed_until > :today::date) LEFT JOIN organisation wo ON wo.id = w.organisation_id`;
const INTERVIEW_OWNER = `coalesce(w.id, ${first('i.support_case_id', 'o.side = (SELECT side FROM organisation WHERE id = i.org_id)')}, i.created_by)`;

const DUE = statement(`
  WITH ${MINE}, work AS (
    SELECT 'next_action' AS kind, n.title, n.due_on, n.support_case_id, n.jobseeker_id, n.id, n.owner_side AS side, n.org_id, true AS owned FROM next_action n
    WHERE n.owner_staff_id = :staff::uuid AND n.state = 'open' AND n.due_on <= :soon::date AND n.site_id = :site::int
    UNION ALL
    SELECT 'next_action', n.title, n.due_on, n.support_case_id, n.jobseeker_id, n.id, n.owner_side, n.org_id, n.owner_side <> 'jobseeker' FROM mine JOIN next_action n ON n.jobseeker_id = mine.jobseeker_id AND n.support_case_id = mine.support_case_id
    WHERE n.owner_staff_id IS NULL AND n.state = 'open' AND n.due_on <= :soon::date
      AND CASE WHEN n.owner_side = 'jobseeker' THEN mine.leads ELSE n.owner_side = :side::text AND ${first('n.support_case_id', 'o.side = n.owner_side')} = :staff::uuid END
    UNION ALL
    SELECT 'plan_step', s.title, ${dueDay('s')}, l.support_case_id, s.jobseeker_id, s.id, s.owner_side, s.org_id, true FROM plan_step s ${STEPS_IN_FORCE}
    WHERE s.owner_staff_id = :staff::uuid AND ${toDo('s')} AND ${dueDay('s')} <= :soon::date AND s.site_id = :site::int
    UNION ALL
    SELECT 'plan_step', s.title, ${dueDay('s')}, l.support_case_id, s.jobseeker_id, s.id, s.owner_side, s.org_id, s.owner_side <> 'jobseeker' FROM mine JOIN support_plan l ON l.support_case_id = mine.support_case_id
    JOIN support_plan_version v ON v.support_plan_id = l.id AND v.version_no = l.version_in_force JOIN plan_step s ON s.plan_version_id = v.id
    WHERE s.owner_staff_id IS NULL AND ${toDo('s')} AND ${dueDay('s')} <= :soon::date
      AND CASE WHEN s.owner_side = 'jobseeker' THEN mine.leads ELSE s.owner_side = :side::text AND ${first('l.support_case_id', 'o.side = s.owner_side')} = :staff::uuid END
    UNION ALL
    SELECT 'plan_review', NULL, r.due_on, l.support_case_id, r.jobseeker_id, r.id, NULL, r.org_id, true FROM plan_review r JOIN support_plan l ON l.id = r.support_plan_id
    WHERE r.owner_staff_id = :staff::uuid AND r.held_on IS NULL AND r.due_on <= :soon::date AND r.site_id = :site::int
    UNION ALL
    SELECT 'suspension_review', NULL, c.review_on, c.id, c.jobseeker_id, c.id, NULL, c.org_id, true FROM mine JOIN support_case c ON c.id = mine.support_case_id
    WHERE c.status = 'suspended' AND c.review_on <= :soon::date AND ${first('c.id', 'true')} = :staff::uuid
    UNION ALL
    SELECT CASE WHEN i.interview_on < :today::date THEN 'interview_outcome' ELSE 'interview' END, concat_ws('　', to_char(i.starts_at, 'HH24:MI'), e.name), ${INTERVIEW_DAY},
      i.support_case_id, i.jobseeker_id, i.id, coalesce(wo.side, o.side), i.org_id, true
    FROM interview i ${INTERVIEW_JOINS} LEFT JOIN referral r ON r.id = i.referral_id LEFT JOIN employer e ON e.id = r.employer_id
    WHERE i.site_id = :site::int AND i.status = 'arranged' AND i.interview_on <= :soon::date AND (i.accompanied_by = :staff::uuid OR i.created_by = :staff::uuid OR i.support_case_id IN (SELECT support_case_id FROM mine))
      AND ${INTERVIEW_OWNER} = :staff::uuid),
  placed AS (
    SELECT w.*, j.kana_key, s.shared, CASE WHEN w.due_on < :today::date THEN 'overdue' WHEN w.due_on = :today::date THEN 'today' ELSE 'soon' END AS "when"
    FROM work w JOIN jobseeker j ON j.id = w.jobseeker_id CROSS JOIN LATERAL (SELECT ${shared('j.id')} AS shared) s
    WHERE ${visible('j')} AND (w.org_id = :org::int OR s.shared) AND NOT EXISTS (SELECT 1 FROM support_case c WHERE c.id = w.support_case_id AND c.status = 'closed')),
  p AS MATERIALIZED (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY "when" ORDER BY due_on, kana_key, id) AS place FROM placed) q WHERE place <= ${MOST + 1})
  SELECT p.kind, p.title, p.due_on, p.support_case_id AS "caseId", coalesce(p.side, :side::text) AS side, CASE WHEN p.owned THEN :name::text END AS owner, p."when", ${PERSON_COLUMNS}
  FROM p JOIN jobseeker j ON j.id = p.jobseeker_id ${PERSON_JOINS} ORDER BY p.due_on, p.kana_key, p.id`);

const STALLED = statement(`
  WITH ${MINE}, open AS (
    SELECT c.id AS case_id, j.id AS jobseeker_id, j.kana_key, c.opened_on, s.shared FROM mine JOIN support_case c ON c.id = mine.support_case_id JOIN jobseeker j ON j.id = c.jobseeker_id
    CROSS JOIN LATERAL (SELECT ${shared('j.id')} AS shared) s
    WHERE mine.leads AND c.status NOT IN ('closed', 'suspended') AND ${visible('j')} AND (c.org_id = :org::int OR s.shared)),
  p AS MATERIALIZED (
    SELECT p.*, :today::date - coalesce((SELECT max(k.held_on) FROM consultation k WHERE k.jobseeker_id = p.jobseeker_id AND ${readable('k')}), p.opened_on) AS days,
      (SELECT count(r.letter_issued_on) FROM referral r WHERE r.support_case_id = p.case_id AND ${readable('r')}) AS letters FROM open p),
  q AS MATERIALIZED (SELECT p.*, p.days >= s.stalled_after_days AS silent FROM p, site s WHERE s.id = :site::int AND (p.days >= s.stalled_after_days OR p.letters >= ${LETTERS}) ORDER BY p.days DESC, p.kana_key, p.case_id LIMIT ${MOST + 1})
  SELECT c.id AS "caseId", ${PERSON_COLUMNS}, ${NEXT_COLUMNS}, p.days, p.silent,
    CASE WHEN p.letters >= ${LETTERS} THEN (SELECT json_agg(json_build_object('askedOn', r.asked_on, 'letterIssuedOn', r.letter_issued_on, 'interviewOn', r.interview_on) ORDER BY r.attempt_no) FROM referral r WHERE r.support_case_id = c.id AND ${readable('r')}) END AS referrals,
    (SELECT json_agg(json_build_object('name', s.name, 'side', o.side) ORDER BY o.side) FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id
      WHERE a.support_case_id = c.id AND a.role = '主担当' AND ${inForce('a')}) AS leads
  FROM q p JOIN support_case c ON c.id = p.case_id JOIN jobseeker j ON j.id = p.jobseeker_id ${PERSON_JOINS} ${NEXT_JOINS} ORDER BY p.days DESC, p.kana_key, p.case_id`);

const REQUESTS = statement(`
  WITH ${MINE}, p AS MATERIALIZED (
    SELECT r.id, r.support_case_id AS case_id, r.jobseeker_id, r.wanted, r.requested_on, r.to_org_id, s.shared FROM support_request r JOIN jobseeker j ON j.id = r.jobseeker_id CROSS JOIN LATERAL (SELECT ${shared('j.id')} AS shared) s
    WHERE r.site_id = :site::int AND r.status = 'requested' AND (r.to_org_id = :org::int OR r.support_case_id IN (SELECT support_case_id FROM mine WHERE leads))
      AND ${visible('j')} AND (r.org_id = :org::int OR s.shared) AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = r.support_case_id AND c.status <> 'closed')
    ORDER BY r.requested_on, r.id LIMIT ${MOST + 1})
  SELECT p.id AS "requestId", p.case_id AS "caseId", p.wanted AS title, :today::date - p.requested_on AS days, o.name AS to_name, o.side AS to_side, p.to_org_id = :org::int AS ours, ${PERSON_COLUMNS}
  FROM p JOIN jobseeker j ON j.id = p.jobseeker_id JOIN organisation o ON o.id = p.to_org_id ${PERSON_JOINS} ORDER BY p.requested_on, p.id`);

/** Overdue work of the site a supervisor may see, with whom it waits for. */
const WORKLOAD = statement(`
  WITH seen AS MATERIALIZED (
    SELECT c.id, c.status, c.jobseeker_id, s.shared FROM support_case c JOIN jobseeker j ON j.id = c.jobseeker_id CROSS JOIN LATERAL (SELECT ${shared('j.id')} AS shared) s
    WHERE c.site_id = :site::int AND c.status <> 'closed' AND ${visible('j')} AND (c.org_id = :org::int OR s.shared)),
  cases AS (SELECT a.staff_id, count(DISTINCT a.support_case_id)::int AS n FROM seen p JOIN case_assignment a ON a.support_case_id = p.id AND ${readable('a')} AND ${inForce('a')} GROUP BY 1),
  work AS (
    SELECT n.owner_staff_id, n.owner_side, n.support_case_id FROM next_action n JOIN seen p ON p.id = n.support_case_id WHERE n.site_id = :site::int AND n.state = 'open' AND n.due_on < :today::date AND ${readable('n')}
    UNION ALL
    SELECT s.owner_staff_id, s.owner_side, l.support_case_id FROM plan_step s ${STEPS_IN_FORCE} JOIN seen p ON p.id = l.support_case_id WHERE s.site_id = :site::int AND ${toDo('s')} AND ${dueDay('s')} < :today::date AND ${readable('s')}
    UNION ALL
    SELECT r.owner_staff_id, NULL, l.support_case_id FROM plan_review r JOIN support_plan l ON l.id = r.support_plan_id JOIN seen p ON p.id = l.support_case_id WHERE r.site_id = :site::int AND r.held_on IS NULL AND r.due_on < :today::date AND ${readable('r')}
    UNION ALL
    SELECT NULL, NULL, c.id FROM support_case c JOIN seen p ON p.id = c.id WHERE c.status = 'suspended' AND c.review_on < :today::date
    UNION ALL
    SELECT ${INTERVIEW_OWNER}, coalesce(wo.side, o.side), i.support_case_id FROM interview i JOIN seen p ON p.id = i.support_case_id ${INTERVIEW_JOINS}
    WHERE i.site_id = :site::int AND i.status = 'arranged' AND ${INTERVIEW_DAY} < :today::date AND ${readable('i')}),
  owned AS (SELECT coalesce(w.owner_staff_id, ${first('w.support_case_id', '(w.owner_side IS NULL OR o.side = w.owner_side)')}) AS staff_id, w.owner_side FROM work w),
  overdue AS (SELECT staff_id, count(*)::int AS n FROM owned WHERE owner_side IS DISTINCT FROM 'jobseeker' GROUP BY 1),
  waiting AS (SELECT coalesce(w.owner_side, o.side) AS side, count(*)::int AS n FROM owned w LEFT JOIN staff s ON s.id = w.staff_id LEFT JOIN organisation o ON o.id = s.organisation_id GROUP BY 1),
  requests AS (SELECT o.side, count(*)::int AS n FROM support_request r JOIN organisation o ON o.id = r.to_org_id JOIN seen p ON p.id = r.support_case_id WHERE r.site_id = :site::int AND r.status = 'requested' AND ${readable('r')} GROUP BY 1)
  SELECT (SELECT json_agg(json_build_object('name', s.name, 'title', s.title, 'side', o.side, 'cases', coalesce(cases.n, 0), 'overdue', coalesce(overdue.n, 0)) ORDER BY o.side, coalesce(cases.n, 0) DESC, s.name_kana)
      FROM staff s JOIN organisation o ON o.id = s.organisation_id LEFT JOIN cases ON cases.staff_id = s.id LEFT JOIN overdue ON overdue.staff_id = s.id
      WHERE s.role IN ('case_staff', 'supervisor') AND (s.employed_until IS NULL OR s.employed_until > :today::date) AND EXISTS (SELECT 1 FROM staff_site h WHERE h.staff_id = s.id AND h.site_id = :site::int)) AS workload,
    (SELECT json_agg(json_build_object('side', x.side, 'overdue', coalesce(w.n, 0), 'requests', coalesce(r.n, 0))) FROM (VALUES ('municipal'), ('national')) x(side) LEFT JOIN waiting w ON w.side = x.side LEFT JOIN requests r ON r.side = x.side) AS waiting`);

export async function homePage(db, me) {
  const soon = new Date(Date.parse(me.today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  const values = { ...me, soon };
  const [due, stalled, requests, site, overview] = await Promise.all([
    db.query(DUE(values)),
    db.query(STALLED(values)),
    db.query(REQUESTS(values)),
    siteChoices(db, me),
    me.supervisor ? db.query(WORKLOAD(values)) : undefined,
  ]);
  const group = (name, rows) =>
    rows.length === 0 ? '' : `<section><h2>${name} ${rows.length}件</h2>${rowsTable(rows, hrefOf)}</section>`;
  const dueRows = due.rows.map((row) => ({
    ...row,
    ...personOf(row),
    next: { dueOn: row.due_on, title: row.title ?? row.kind, owner: row.owner, side: row.side },
  }));
  const inGroup = (when) => dueRows.filter((row) => row.when === when).slice(0, MOST);
  const asked = requests.rows.map((row) => ({ ...row, ...personOf(row), next: null }));
  return page(
    me,
    me.today,
    site,
    `${overview ? overviewOf(overview.rows[0]) : ''}${group('期限超過', inGroup('overdue'))}${group('今日', inGroup('today'))}${group('まもなく', inGroup('soon'))}${group('動きのない支援', stalledOf(stalled.rows))}${group(
      '新しい支援要請',
      asked.filter(({ ours }) => ours),
    )}${group(
      '回答待ち',
      asked.filter(({ ours }) => !ours),
    )}`,
  );
}

const hrefOf = (row) => (row.requestId ? `/requests/${row.requestId}` : `/cases/${row.caseId}`);

function stalledOf(rows) {
  return rows
    .flatMap((row) => {
      const letters = lettersWithoutInterview(row.referrals ?? []);
      const line = { ...row, ...personOf(row), next: nextOf(row) };
      return [
        ...(row.silent ? [{ ...line, when: `${row.days}日` }] : []),
        ...(letters >= LETTERS ? [{ ...line, when: `紹介状${letters}件` }] : []),
      ];
    })
    .slice(0, MOST);
}

const overviewOf = ({ workload, waiting }) =>
  `<section><h2>拠点の状況</h2>${waiting.map(({ side, requests, overdue }) => `<p>${person('', side)}回答待ち${requests}件、期限超過${overdue}件</p>`).join('')}${table(
    ['職員', '職名', '担当', '期限超過'],
    workload.map(({ name, side, title, cases, overdue }) => [
      person(name, side),
      escape(title),
      `${cases}件`,
      `${overdue}件`,
    ]),
  )}</section>`;
