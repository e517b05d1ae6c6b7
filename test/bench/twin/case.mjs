// The twin's log, quick-log form and case file: one statement a part, all parts of a page on the way at once.
import { randomUUID } from 'node:crypto';
import { escape, link, page, person, select, table, wareki } from './html.mjs';
import { siteChoices } from './lists.mjs';
import { dueDay, inForce, readable, shared, statement, toDo, visible } from './sql.mjs';

const LINES = 51;

/** The record with its traces in one statement, and so in one round trip and one commit. */
const LOG = statement(`
  WITH found AS (
    SELECT j.id AS jobseeker_id, c.id AS case_id FROM jobseeker j JOIN support_case c ON c.jobseeker_id = j.id AND c.id = :case::uuid
    WHERE j.id = :jobseeker::uuid AND j.site_id = :site::int AND ${visible('j')} AND (SELECT opened_on FROM site WHERE id = :site::int) <= :held_on::date),
  logged AS (
    INSERT INTO consultation (id, site_id, org_id, jobseeker_id, support_case_id, held_on, kind, channel, outcomes, shared_text, author_id, created_by, updated_by, created_at, updated_at)
    SELECT :id::uuid, :site::int, :org::int, jobseeker_id, case_id, :held_on::date, :kind, :channel, :outcomes::text[], :text, :staff::uuid, :staff::uuid, :staff::uuid, :now::timestamptz, :now::timestamptz FROM found RETURNING id, jobseeker_id, support_case_id),
  people AS (INSERT INTO consultation_participant (consultation_id, site_id, org_id, jobseeker_id, staff_id) SELECT id, :site::int, :org::int, jobseeker_id, :staff::uuid FROM logged),
  lines AS (
    INSERT INTO timeline_entry (id, site_id, org_id, jobseeker_id, support_case_id, kind, subject_type, subject_id, occurred_on, recorded_at, actor_staff_id, actor_side, data, correlation_id)
    SELECT :line::uuid, :site::int, :org::int, jobseeker_id, support_case_id, 'consultation.logged', 'consultation', id, :held_on::date, :now::timestamptz, :staff::uuid, :side, :data::jsonb, :trace::uuid FROM logged),
  audits AS (
    INSERT INTO audit_entry (id, at, site_id, org_id, actor_staff_id, action, subject_type, subject_id, jobseeker_id, changes, correlation_id)
    SELECT :entry::uuid, :now::timestamptz, :site::int, :org::int, :staff::uuid, 'consultation.logged', 'consultation', id::text, jobseeker_id, '{}', :trace::uuid FROM logged),
  announced AS (
    INSERT INTO outbox_message (topic, payload, site_id, created_at)
    SELECT 'consultation.logged', jsonb_build_object('subjectId', id, 'jobseekerId', jobseeker_id, 'supportCaseId', support_case_id), :site::int, :now::timestamptz FROM logged)
  SELECT id FROM logged`);

const KINDS = [
  'vocational',
  'livelihood',
  'piecework',
  'career',
  'mental',
  'management',
  'subsidy',
  'u_turn',
  'housing',
];
const CHANNELS = ['desk', 'circuit', 'outreach', 'phone', 'online'];

/** `POST /api/v1/consultations` */
export async function logConsultation(db, me, _, { sent }) {
  const body = JSON.parse(sent);
  if (
    !KINDS.includes(body.kind) ||
    !CHANNELS.includes(body.channel) ||
    body.heldOn > me.today ||
    body.sharedText.length > 10_000
  )
    throw new Error('invalid');
  const { rows } = await db.query(
    LOG({
      ...me,
      id: randomUUID(),
      line: randomUUID(),
      entry: randomUUID(),
      trace: randomUUID(),
      jobseeker: body.jobseekerId,
      case: body.supportCaseId,
      held_on: body.heldOn,
      kind: body.kind,
      channel: body.channel,
      outcomes: body.outcomes,
      text: body.sharedText,
      data: JSON.stringify({ kind: body.kind, channel: body.channel, outcomes: body.outcomes, nextActions: [] }),
    }),
  );
  if (rows.length === 0) throw new Error('not found');
  return { id: rows[0].id };
}

const CHOICES = statement(`
  SELECT (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'side', o.side, 'title', s.title) ORDER BY o.side, s.name_kana) FROM staff_site h JOIN staff s ON s.id = h.staff_id JOIN organisation o ON o.id = s.organisation_id
      WHERE h.site_id = :site::int AND s.role IN ('case_staff', 'supervisor') AND ${inForce('h')}) AS colleagues,
    (SELECT json_build_object('deskId', k.desk_id, 'channel', k.channel, 'kind', k.kind) FROM consultation k WHERE k.author_id = :staff::uuid AND k.site_id = :site::int ORDER BY k.held_on DESC, k.id DESC LIMIT 1) AS last,
    (SELECT json_agg(json_build_object('id', k.id, 'jobseekerId', j.id, 'name', j.family_name || ' ' || j.given_name, 'kind', k.kind, 'channel', k.channel) ORDER BY k.id DESC)
      FROM consultation k JOIN jobseeker j ON j.id = k.jobseeker_id WHERE k.author_id = :staff::uuid AND k.site_id = :site::int AND k.held_on = :today::date AND ${visible('j')}) AS logged`);

const PERSON = statement(`
  WITH p AS MATERIALIZED (SELECT j.*, ${shared('j.id')} AS shared FROM jobseeker j WHERE j.id = :jobseeker::uuid AND j.site_id = :site::int AND ${visible('j')})
  SELECT p.id, p.number, p.family_name || ' ' || p.given_name AS name, p.family_kana || ' ' || p.given_kana AS kana,
    (SELECT json_agg(json_build_object('id', c.id, 'number', c.number, 'programme', g.name, 'status', c.status) ORDER BY c.opened_on DESC) FROM support_case c JOIN programme g ON g.id = c.programme_id WHERE c.jobseeker_id = p.id AND c.status <> 'closed' AND ${readable('c')}) AS cases,
    (SELECT json_agg(a.staff_id) FROM case_assignment a WHERE a.jobseeker_id = p.id AND ${inForce('a')} AND ${readable('a')}) AS team,
    (SELECT json_build_object('id', k.id, 'heldOn', k.held_on, 'kind', k.kind, 'name', s.name, 'side', o.side) FROM consultation k JOIN staff s ON s.id = k.author_id JOIN organisation o ON o.id = s.organisation_id
      WHERE k.jobseeker_id = p.id AND ${readable('k')} ORDER BY k.held_on DESC, k.id DESC LIMIT 1) AS last,
    (SELECT json_agg(json_build_object('id', n.id, 'title', n.title, 'dueOn', n.due_on, 'side', n.owner_side, 'name', s.name) ORDER BY n.due_on, n.id) FROM next_action n LEFT JOIN staff s ON s.id = n.owner_staff_id
      WHERE n.jobseeker_id = p.id AND n.state = 'open' AND ${readable('n')}) AS actions
  FROM p`);

export async function quickLogPage(db, me, query) {
  const [choices, found, site] = await Promise.all([
    db.query(CHOICES(me)),
    db.query(PERSON({ ...me, jobseeker: query.get('jobseeker') })),
    siteChoices(db, me),
  ]);
  const { colleagues, last, logged } = choices.rows[0];
  const [who] = found.rows;
  const radios = (name, values, chosen) =>
    `<fieldset><legend>${name}</legend>${values.map((value, index) => `<label><input type="radio" name="${name}" value="${value}" accesskey="${index + 1}"${value === chosen ? ' checked' : ''}>${index + 1} ${value}</label>`).join('')}</fieldset>`;
  return page(
    me,
    '相談を記録',
    null,
    `<form method="post" action="/consultations"><input type="hidden" name="_key" value="${randomUUID()}"><label>求職者<input name="jobseekerId" value="${who.id}"></label>
<p>${link(`/jobseekers/${who.id}`, who.name)} ${escape(who.kana)} ${escape(who.number)}</p>${(who.cases ?? []).map((one) => link(`/cases/${one.id}`, `${one.number} ${one.programme}（${one.status}）`)).join('')}
${who.last ? `<p>前回 ${link(`/consultations/${who.last.id}`, `${wareki(who.last.heldOn)} ${who.last.kind}`)} ${person(who.last.name, who.last.side)}</p>` : ''}
<ul>${(who.actions ?? []).map((action) => `<li>${wareki(action.dueOn)}まで ${escape(action.title)} ${person(action.name, action.side)}</li>`).join('')}</ul>
${radios('kind', KINDS, last?.kind)}<label>共有記録<textarea name="sharedText"></textarea></label><label>自機関だけの記録<textarea name="ownNote"></textarea></label>${radios('channel', CHANNELS, last?.channel)}
<label>相談日<input name="heldOn" value="${me.today}"></label>${select('deskId', site.desks)}
${select('owner', colleagues)}<fieldset><legend>参加者</legend>${colleagues.map(({ id, name, side, title }) => `<label><input type="checkbox" name="participantIds" value="${id}">${person(name, side)} ${escape(title)}${(who.team ?? []).includes(id) ? ' 支援チーム' : ''}</label>`).join('')}</fieldset><button>保存</button></form>
<h2>今日の記録</h2>${table(
      ['氏名', '種類', '方法'],
      (logged ?? []).map((row) => [link(`/consultations/${row.id}`, row.name), row.kind, row.channel]),
    )}`,
  );
}

const WHO = `WITH c AS MATERIALIZED (SELECT * FROM support_case WHERE id = :id::uuid AND site_id = :site::int), p AS MATERIALIZED (SELECT j.*, ${shared('j.id')} AS shared FROM jobseeker j WHERE j.id = (SELECT jobseeker_id FROM c) AND ${visible('j')})`;

const HEAD = statement(`${WHO}
  SELECT c.id, c.number, c.status, c.opened_on, g.name AS programme, d.name AS desk, p.id AS jobseeker_id, p.number AS person_number, p.family_name || ' ' || p.given_name AS name, p.family_kana || ' ' || p.given_kana AS kana, p.birth_date, p.protected_until,
    ARRAY(SELECT t.name FROM group_membership m JOIN target_group t ON t.code = m.group_code WHERE m.jobseeker_id = p.id AND ${readable('m')} AND ${inForce('m')} ORDER BY t.position) AS groups,
    (SELECT json_agg(json_build_object('kind', k.kind, 'givenOn', k.given_on, 'withdrawnOn', k.withdrawn_on, 'endsOn', k.ends_on)) FROM consent k WHERE k.jobseeker_id = p.id AND ${readable('k')}) AS consents,
    (SELECT json_agg(json_build_object('name', b.name, 'endsOn', b.ends_on) ORDER BY b.ends_on) FROM benefit b WHERE b.jobseeker_id = p.id AND b.ends_on >= :today::date - 30 AND ${readable('b')}) AS clocks,
    (SELECT json_agg(json_build_object('name', s.name, 'side', o.side, 'role', a.role) ORDER BY o.side, a.starts_on) FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id WHERE a.support_case_id = c.id AND ${readable('a')} AND ${inForce('a')}) AS team,
    (SELECT json_agg(json_build_object('status', t.to_status, 'from', t.happened_on) ORDER BY t.happened_on, t.id) FROM case_transition t WHERE t.support_case_id = c.id AND ${readable('t')}) AS course,
    (SELECT json_agg(x ORDER BY x."createdAt" DESC) FROM (SELECT n.title, n.due_on AS "dueOn", n.state, s.name AS owner, n.owner_side AS side, n.created_at AS "createdAt" FROM next_action n LEFT JOIN staff s ON s.id = n.owner_staff_id WHERE n.jobseeker_id = p.id AND ${readable('n')} ORDER BY n.created_at DESC, n.id DESC LIMIT 3) x) AS promises,
    next.title AS next_title, next.due_on AS next_on, next.owner_side AS next_side, o.name AS next_owner
  FROM c JOIN p ON ${readable('c')} JOIN programme g ON g.id = c.programme_id LEFT JOIN desk d ON d.id = c.desk_id
  LEFT JOIN LATERAL (SELECT n.title, n.due_on, n.owner_side, n.owner_staff_id FROM next_action n WHERE n.jobseeker_id = p.id AND n.support_case_id = c.id AND n.state = 'open' AND ${readable('n')}
    UNION ALL SELECT s.title, ${dueDay('s')}, s.owner_side, s.owner_staff_id FROM support_plan l JOIN support_plan_version v ON v.support_plan_id = l.id AND v.version_no = l.version_in_force JOIN plan_step s ON s.plan_version_id = v.id
      WHERE l.support_case_id = c.id AND ${toDo('s')} AND ${readable('l')} ORDER BY due_on LIMIT 1) next ON true LEFT JOIN staff o ON o.id = next.owner_staff_id`);

const TIMELINE = statement(`${WHO}
  , lines AS MATERIALIZED (SELECT t.* FROM p JOIN timeline_entry t ON t.jobseeker_id = p.id AND ${readable('t')} AND (t.support_case_id = :id::uuid OR t.support_case_id IS NULL) ORDER BY t.occurred_on DESC, t.recorded_at DESC, t.id DESC LIMIT ${LINES})
  SELECT t.id, t.kind, t.subject_type, t.subject_id, t.occurred_on, t.recorded_at, s.name AS by, t.actor_side AS side, t.data, coalesce(e.name, f.workplace_name) AS employer
  FROM lines t LEFT JOIN staff s ON s.id = t.actor_staff_id LEFT JOIN referral r ON t.subject_type = 'referral' AND r.id = t.subject_id LEFT JOIN employer e ON e.id = r.employer_id
  LEFT JOIN placement f ON t.subject_type = 'placement' AND f.id = t.subject_id ORDER BY t.occurred_on DESC, t.recorded_at DESC, t.id DESC`);

const SINCE = statement(`${WHO},
  mine AS (SELECT max(t.recorded_at) AS at, max(t.occurred_on) AS "on" FROM p JOIN timeline_entry t ON t.jobseeker_id = p.id AND t.actor_staff_id = :staff::uuid AND ${readable('t')})
  SELECT t.kind, t.actor_side AS side, count(*)::int AS count, (SELECT "on" FROM mine) AS last_on FROM p JOIN timeline_entry t ON t.jobseeker_id = p.id AND ${readable('t')}
  WHERE t.actor_staff_id IS DISTINCT FROM :staff::uuid AND ((SELECT at FROM mine) IS NULL OR t.recorded_at > (SELECT at FROM mine)) GROUP BY 1, 2 ORDER BY max(t.recorded_at) DESC LIMIT 8`);

export async function caseFilePage(db, me, _, { id }) {
  const values = { ...me, id };
  const [head, lines, since] = await Promise.all([
    db.query(HEAD(values)),
    db.query(TIMELINE(values)),
    db.query(SINCE(values)),
  ]);
  const [found] = head.rows;
  if (!found) throw new Error('not found');
  const course = found.course ?? [];
  return page(
    me,
    found.name,
    null,
    `<header><p>${escape(found.kana)} ${escape(found.number)} ${escape(found.status)} ${found.birth_date ?? ''} ${found.programme} ${found.desk} ${link(`/jobseekers/${found.jobseeker_id}`, found.person_number)}</p>
<p>${found.groups.map((group) => `<span class="badge">${escape(group)}</span>`).join('')}${(found.clocks ?? []).map((clock) => `<span class="clock">${escape(clock.name)} ${wareki(clock.endsOn)}</span>`).join('')}${(found.consents ?? []).length > 0 ? '<span class="badge">情報共有の同意あり</span>' : ''}</p>
<ul>${(found.team ?? []).map(({ name, side, role }) => `<li>${person(name, side)} ${escape(role)}</li>`).join('')}</ul>${found.next_title ? `<p>次にすること ${escape(found.next_title)} ${person(found.next_owner, found.next_side)} ${found.next_on ? wareki(found.next_on) : ''}</p>` : ''}</header>
<nav>${['', '/consultations', '/plan', '/referrals', '/steps', '/team'].map((tab) => link(`/cases/${found.id}${tab}`, tab)).join('')}</nav>
<section><h2>前回からの動き</h2>${since.rows.map(({ kind, side, count }) => `<p>${escape(kind)} ${count}件 ${person('', side)}</p>`).join('')}
<ul>${(found.promises ?? []).map(({ title, dueOn, state, owner, side }) => `<li>${escape(title)} ${wareki(dueOn)} ${state} ${person(owner, side)}</li>`).join('')}</ul></section>
<section><h2>支援の歩み</h2><svg viewBox="0 0 800 60">${course.map(({ status, from }, index) => `<g><rect x="${index * 100}" y="10" width="100" height="20"/><text x="${index * 100}" y="50">${escape(status)} ${wareki(from)}</text></g>`).join('')}</svg></section>
<section><h2>経過</h2><ol>${lines.rows
      .slice(0, LINES - 1)
      .map(
        (line) =>
          `<li><time datetime="${line.occurred_on}">${wareki(line.occurred_on)}</time> ${line.subject_type === 'consultation' ? link(`/consultations/${line.subject_id}`, line.kind) : escape(line.kind)} ${person(line.by, line.side)} ${escape(Object.values(line.data).join('・'))} ${escape(line.employer)}</li>`,
      )
      .join('')}</ol></section>`,
  );
}
