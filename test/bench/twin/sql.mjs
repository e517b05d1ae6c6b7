// Statements of the twin: named values, prepared once a connection, and the rules of sight written out in the WHERE.
import { createHash } from 'node:crypto';

/** Turns `:name` into `$n`; answers what a connection needs to run it with values by name. */
export function statement(text) {
  const names = [];
  const sql = text.replace(/(?<![:\w]):([a-z_]+)/g, (_, name) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const name = createHash('md5').update(sql).digest('hex');
  return (values) => ({ name, text: sql, values: names.map((each) => values[each]) });
}

export const inForce = (row) =>
  `${row}.starts_on <= :today::date AND (${row}.ends_on IS NULL OR ${row}.ends_on > :today::date)`;

/**
 * The other side's records are open to the organisation. Asked once a person and not once a category and giver, which on the bench's data (everything
 * or nothing, two organisations) is the same and cheaper than what the application has to ask.
 */
export const shared = (jobseeker) =>
  `EXISTS (SELECT 1 FROM sharing_grant a WHERE a.jobseeker_id = ${jobseeker} AND a.receiver_org = :org::int AND a.category = 'plan' AND ${inForce('a')})`;

/** The person may be known of. */
export const visible = (j) => `(${j}.org_id = :org::int
    OR EXISTS (SELECT 1 FROM sharing_grant a WHERE a.jobseeker_id = ${j}.id AND a.receiver_org = :org::int AND a.category = 'identity' AND ${inForce('a')}))
  AND (${j}.protected_until IS NULL OR ${j}.protected_until < :today::date OR (:supervisor::boolean AND ${j}.org_id = :org::int)
    OR EXISTS (SELECT 1 FROM case_assignment x WHERE x.jobseeker_id = ${j}.id AND x.staff_id = :staff::uuid AND ${inForce('x')})
    OR (${j}.created_by = :staff::uuid AND NOT EXISTS (SELECT 1 FROM case_assignment x WHERE x.jobseeker_id = ${j}.id)))`;

/** A record about a person who may be known of; `p.shared` says whether the other side's may be read. */
export const readable = (row, person = 'p') => `(${row}.org_id = :org::int OR ${person}.shared)`;

/** What every row shows about its person, over `p (jobseeker_id, shared)` joined to `jobseeker j`. */
export const PERSON_COLUMNS = `
  j.id AS "jobseekerId", j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana, coalesce(j.protected_until >= :today::date, false) AS protected,
  ARRAY(SELECT g.name FROM group_membership m JOIN target_group g ON g.code = m.group_code WHERE m.jobseeker_id = j.id AND ${readable('m')} AND ${inForce('m')} ORDER BY g.position) AS groups,
  last.held_on AS last_on, last.kind AS last_kind, last_org.side AS last_side, last_by.name AS last_by, clock.name AS clock_name, clock.ends_on AS clock_on`;
export const PERSON_JOINS = `
  LEFT JOIN LATERAL (SELECT k.held_on, k.kind, k.org_id, k.author_id FROM consultation k WHERE k.jobseeker_id = j.id AND ${readable('k')} ORDER BY k.held_on DESC, k.id DESC LIMIT 1) last ON true
  LEFT JOIN organisation last_org ON last_org.id = last.org_id LEFT JOIN staff last_by ON last_by.id = last.author_id
  LEFT JOIN LATERAL (SELECT b.name, b.ends_on FROM benefit b WHERE b.jobseeker_id = j.id AND b.starts_on <= :today::date AND b.ends_on >= :today::date AND ${readable('b')} ORDER BY b.ends_on LIMIT 1) clock ON true`;

/** A step of the plan in force that is to be done: a fall-back only from its day on, while what it falls back from is not done. */
export const toDo = (
  step,
) => `${step}.state = 'open' AND (${step}.branch_on IS NULL OR (${step}.branch_on <= :today::date
  AND NOT EXISTS (SELECT 1 FROM plan_step origin WHERE origin.plan_version_id = ${step}.plan_version_id AND origin.step_key = ${step}.branch_of AND origin.state = 'done')))`;
export const dueDay = (step) => `coalesce(${step}.due_on, ${step}.branch_on)`;

/** What is due first of a case, over the same `p` and `support_case c`. */
export const NEXT_COLUMNS =
  'next.title AS next_title, next.due_on AS next_on, next.owner_side AS next_side, next_owner.name AS next_owner';
export const NEXT_JOINS = `
  LEFT JOIN LATERAL (
    SELECT n.title, n.due_on, n.owner_side, n.owner_staff_id, n.id FROM next_action n WHERE n.jobseeker_id = j.id AND n.state = 'open' AND ${readable('n')}
    UNION ALL
    SELECT t.title, ${dueDay('t')}, t.owner_side, t.owner_staff_id, t.id FROM support_plan l JOIN support_plan_version v ON v.support_plan_id = l.id AND v.version_no = l.version_in_force
    JOIN plan_step t ON t.plan_version_id = v.id
    WHERE l.support_case_id = c.id AND ${readable('l')} AND ${toDo('t')}
    ORDER BY due_on, id LIMIT 1) next ON true
  LEFT JOIN staff next_owner ON next_owner.id = next.owner_staff_id`;

/** The columns above as the application's objects. */
export const personOf = (row) => ({
  jobseekerId: row.jobseekerId,
  name: row.name,
  kana: row.kana,
  protected: row.protected,
  groups: row.groups,
  lastConsultation:
    row.last_on === null ? null : { heldOn: row.last_on, kind: row.last_kind, side: row.last_side, by: row.last_by },
  clock: row.clock_on === null ? null : { name: row.clock_name, endsOn: row.clock_on },
});
export const nextOf = (row) =>
  row.next_on === null
    ? null
    : { title: row.next_title, dueOn: row.next_on, side: row.next_side, owner: row.next_owner };
