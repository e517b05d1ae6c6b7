// The twin's month and opened figure: one pass over each table of facts for every window at once.
import { escape, link, page, table, wareki } from './html.mjs';
import { shared, statement, visible } from './sql.mjs';

const GROUPS = ['livelihood_protection', 'housing_allowance', 'disabled', 'youth'];
const belongs = (fact, day) =>
  `JOIN group_membership m ON m.jobseeker_id = ${fact}.jobseeker_id AND m.group_code = ANY (:groups::text[]) AND m.starts_on <= ${day} AND (m.ends_on IS NULL OR m.ends_on > ${day})`;

/** A pass over one kind of fact: named aggregates for every window, a line a group. */
function pass(from, day, aggregates, windows) {
  const columns = windows.flatMap((_, index) =>
    Object.entries(aggregates).map(
      ([name, aggregate]) =>
        `${aggregate} FILTER (WHERE ${day} BETWEEN :from_${letter(index)}::date AND :to_${letter(index)}::date)::int AS ${name}_${letter(index)}`,
    ),
  );
  return `SELECT m.group_code, ${columns.join(', ')} ${from} AND ${day} BETWEEN :first::date AND :last::date GROUP BY 1`;
}
const letter = (index) => String.fromCharCode(97 + index);

const FACTS = {
  consultation: {
    from: `FROM consultation k ${belongs('k', 'k.held_on')} WHERE k.site_id = :site::int`,
    day: 'k.held_on',
    aggregates: { occurrences: 'count(*)', distinct_persons: 'count(DISTINCT k.jobseeker_id)' },
  },
  plan: {
    from: `FROM support_plan k ${belongs('k', 'k.agreed_on')} WHERE k.site_id = :site::int`,
    day: 'k.agreed_on',
    aggregates: { distinct_persons: 'count(DISTINCT k.jobseeker_id)' },
  },
  referral: {
    from: `FROM referral k ${belongs('k', 'k.letter_issued_on')} WHERE k.site_id = :site::int`,
    day: 'k.letter_issued_on',
    aggregates: { occurrences: 'count(*)' },
  },
  placement: {
    from: `FROM placement k ${belongs('k', 'k.starts_on')} WHERE k.site_id = :site::int AND (k.reversed_on IS NULL OR k.reversed_on > :as_of::date)`,
    day: 'k.starts_on',
    aggregates: { occurrences: 'count(*)', distinct_persons: 'count(DISTINCT k.jobseeker_id)' },
  },
  registration: {
    from: `FROM (SELECT id AS jobseeker_id, site_id, registered_on FROM jobseeker) k ${belongs('k', 'k.registered_on')} WHERE k.site_id = :site::int`,
    day: 'k.registered_on',
    aggregates: { occurrences: 'count(*)' },
  },
};

const supportPass = (windows) => `SELECT m.group_code, ${windows
  .map((_, index) => {
    const [from, to] = [`:from_${letter(index)}::date`, `:to_${letter(index)}::date`];
    return `count(DISTINCT k.jobseeker_id) FILTER (WHERE k.opened_on <= ${to} AND coalesce(k.closed_on, ${to}) >= ${from}
      AND m.starts_on <= least(coalesce(k.closed_on, ${to}), ${to}) AND (m.ends_on IS NULL OR m.ends_on > greatest(k.opened_on, ${from})))::int AS people_${letter(index)}`;
  })
  .join(
    ', ',
  )} FROM support_case k JOIN group_membership m ON m.jobseeker_id = k.jobseeker_id AND m.group_code = ANY (:groups::text[])
  WHERE k.site_id = :site::int AND k.opened_on <= :last::date AND (k.closed_on IS NULL OR k.closed_on >= :first::date) GROUP BY 1`;

/** Who entered each window's cohort, and whether they were placed since and are still supported. */
const cohortPass = (windows) => `SELECT w.i, c.group_code, count(*)::int AS people,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM placement f WHERE f.jobseeker_id = c.jobseeker_id AND f.starts_on BETWEEN c.entered AND :as_of::date AND (f.reversed_on IS NULL OR f.reversed_on > :as_of::date)))::int AS placed,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM support_case s WHERE s.jobseeker_id = c.jobseeker_id AND s.opened_on <= :as_of::date AND (s.closed_on IS NULL OR s.closed_on > :as_of::date)))::int AS supported
  FROM (VALUES ${windows.map((_, index) => `(${index}, :from_${letter(index)}::date, :to_${letter(index)}::date)`).join(', ')}) w(i, from_day, to_day)
  CROSS JOIN LATERAL (SELECT m.group_code, k.jobseeker_id, min(k.agreed_on) AS entered FROM support_plan k ${belongs('k', 'k.agreed_on')} WHERE k.site_id = :site::int AND k.agreed_on BETWEEN w.from_day AND w.to_day GROUP BY 1, 2) c
  GROUP BY 1, 2`;

const PLAN = statement(
  'SELECT p.fiscal_year, p.window_from, p.window_to, p.document FROM yearly_plan p WHERE p.site_id = :site::int AND p.window_from <= :day::date AND p.window_to >= :day::date ORDER BY p.fiscal_year DESC LIMIT 1',
);

const rateText = (percent) => (percent === null ? '—' : `${Number.isInteger(percent) ? percent : percent.toFixed(1)}%`);

function lineOf(indicator, window, figure, version = 1) {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    window,
    figure,
    targets: [],
    settings: indicator.settings ?? [],
    definitionVersion: indicator.version ?? version,
  };
}

async function figures(db, me, monthAsked, more = []) {
  const from = `${monthAsked}-01`;
  const { rows } = await db.query(PLAN({ ...me, day: from }));
  const [plan] = rows;
  const month = { from, to: lastDay(monthAsked) };
  const windows = [month, { from: plan.window_from, to: month.to }, ...more];
  const asOf = me.today;
  const values = { ...me, as_of: asOf, groups: GROUPS };
  const cut = (to) => (to < asOf ? to : asOf);
  values.first = windows.map((window) => window.from).sort()[0];
  values.last = windows
    .map((window) => cut(window.to))
    .sort()
    .at(-1);
  windows.forEach((window, index) => {
    values[`from_${letter(index)}`] = window.from;
    values[`to_${letter(index)}`] = cut(window.to);
  });
  const names = Object.keys(FACTS);
  const texts = [
    ...names.map((name) => pass(FACTS[name].from, FACTS[name].day, FACTS[name].aggregates, windows)),
    supportPass(windows),
    cohortPass(windows),
  ];
  const results = await Promise.all(texts.map((text) => db.query(statement(text)(values))));
  const byFact = new Map(
    [...names, 'support'].map((name, index) => [
      name,
      new Map(results[index].rows.map((row) => [row.group_code, row])),
    ]),
  );
  const cohort = new Map(results.at(-1).rows.map((row) => [`${row.i} ${row.group_code}`, row]));
  const figureOf = ({ definition }, index) => {
    if (definition.type === 'ratio') {
      const [group] = definition.denominator.filters.targetGroups.anyOf;
      const { people = 0, placed = 0, supported = 0 } = cohort.get(`${index} ${group}`) ?? {};
      const percent = people === 0 ? null : Math.round((placed / people) * 1000) / 10;
      const over = windows[index].to <= asOf;
      const notes = [
        ...(percent === null ? [{ code: 'denominator_zero' }] : []),
        ...(over ? [] : [{ code: 'window_not_over' }]),
        ...(supported > 0 ? [{ code: 'still_under_support', people: supported }] : []),
      ];
      return {
        state: 'rate',
        style: 'cohort',
        numerator: { fact: 'placement', value: placed },
        denominator: { fact: 'plan', value: people },
        percent,
        text: rateText(percent),
        provisional: !over || supported > 0,
        notes,
      };
    }
    const [group] = definition.filters.targetGroups.anyOf;
    const counting =
      { person_occurrences: 'occurrences', people_under_support: 'people' }[definition.counting] ?? definition.counting;
    return {
      state: 'count',
      fact: definition.fact,
      value: byFact.get(definition.fact).get(group)?.[`${counting}_${letter(index)}`] ?? 0,
    };
  };
  const indicators = plan.document.programmes.flatMap((programme) => programme.indicators);
  const lines = windows.map((window, index) =>
    indicators.map((indicator) => lineOf(indicator, window, figureOf(indicator, index))),
  );
  return { plan, month, asOf, lines };
}

/** `GET /api/v1/figures` */
export async function month(db, me, query) {
  const asked = query.get('month');
  const { plan, asOf, lines } = await figures(db, me, asked);
  return {
    fiscalYear: plan.fiscal_year,
    window: { from: plan.window_from, to: plan.window_to },
    month: asked,
    asOf,
    inMonth: lines[0],
    toDate: lines[1],
  };
}

export async function monthPage(db, me, query) {
  const asked = query.get('month');
  const trend = monthsUntil(asked).map((each) => ({ from: `${each}-01`, to: lastDay(each) }));
  const { plan, lines } = await figures(db, me, asked, trend);
  const [inMonth, toDate, ...months] = lines;
  const rows = inMonth.map(({ code, name, unit, window, figure }, index) => [
    escape(name),
    link(`/figures/${code}?from=${window.from}&to=${window.to}`, valueOf(figure)),
    escape(unit),
    escape(figure.notes?.map(({ code: note, people }) => `${note} ${people ?? ''}`).join('、') ?? ''),
    sparkline(months.map((line) => numberOf(line[index].figure))),
    link(
      `/figures/${code}?from=${toDate[index].window.from}&to=${toDate[index].window.to}`,
      valueOf(toDate[index].figure),
    ),
    table(
      ['月', '値'],
      months.map((line) => [line[index].window.from.slice(0, 7), String(numberOf(line[index].figure))]),
    ),
  ]);
  return page(
    me,
    `${asked}の実績`,
    null,
    `<p>${plan.fiscal_year}年度 速報</p>${table(['指標', '今月', '単位', '注記', '推移', '累計', '月ごと'], rows)}`,
  );
}

const numberOf = (figure) => (figure.state === 'rate' ? (figure.percent ?? 0) : figure.value);
const valueOf = (figure) =>
  figure.state === 'rate'
    ? `${figure.text} ${figure.numerator.value} ÷ ${figure.denominator.value}`
    : String(figure.value);
const sparkline = (values) => {
  const most = Math.max(1, ...values);
  return `<svg viewBox="0 0 100 20" role="img"><polyline points="${values.map((value, index) => `${index * 10},${20 - (value / most) * 20}`).join(' ')}"/></svg>`;
};

const OPENED_PAGE = 50;
const OPENED = statement(`
  SELECT f.id AS "factId", f.starts_on AS "occurredOn", f.decided_on AS "decidedOn", f.route, f.employment_type AS "employmentType", f.jobseeker_id AS "jobseekerId", j.number, j.family_name || ' ' || j.given_name AS name,
    j.family_kana || ' ' || j.given_kana AS kana, f.support_case_id AS "caseId", (${visible('j')}) AND (f.org_id = :org::int OR ${shared('j.id')}) AS seen
  FROM placement f JOIN jobseeker j ON j.id = f.jobseeker_id
  WHERE f.site_id = :site::int AND f.starts_on BETWEEN :from_day::date AND :to_day::date AND (f.reversed_on IS NULL OR f.reversed_on > :today::date)
    AND EXISTS (SELECT 1 FROM group_membership m WHERE m.jobseeker_id = f.jobseeker_id AND m.group_code = :group AND m.starts_on <= f.starts_on AND (m.ends_on IS NULL OR m.ends_on > f.starts_on))
  ORDER BY j.kana_key, f.starts_on, f.id`);

/** `GET /api/v1/figures/:code/records`, for the placements of one group. */
export async function figure(db, me, query, { code }) {
  const window = { from: query.get('from'), to: query.get('to') };
  const { rows } = await db.query(
    OPENED({ ...me, from_day: window.from, to_day: window.to, group: code.replace('placement_occurrences_', '') }),
  );
  const seen = rows.filter((row) => row.seen);
  const people = (lines) => new Set(lines.map(({ jobseekerId }) => jobseekerId)).size;
  return {
    window,
    asOf: me.today,
    fact: 'placement',
    page: 1,
    pageSize: OPENED_PAGE,
    counted: { records: rows.length, people: people(rows) },
    withheld: { records: rows.length - seen.length, people: people(rows) - people(seen) },
    records: seen
      .slice(0, OPENED_PAGE)
      .map(({ seen: _, ...row }) => ({ ...row, kind: null, channel: null, quantity: 1 })),
  };
}

export async function figurePage(db, me, query, path) {
  const opened = await figure(db, me, query, path);
  const { rows } = await db.query(PLAN({ ...me, day: opened.window.from }));
  const indicator = rows[0].document.programmes
    .flatMap((programme) => programme.indicators)
    .find(({ code }) => code === path.code);
  return page(
    me,
    `${indicator.name}の内訳`,
    null,
    `<p>${wareki(opened.window.from)}から${wareki(opened.window.to)}まで 記録${opened.counted.records}件 人数${opened.counted.people}人 閲覧できない${opened.withheld.records}件</p>${table(
      ['氏名', '就職日', '決まった日', '経路', '雇用形態'],
      opened.records.map((row) => [
        `${link(`/cases/${row.caseId}`, row.name)} ${escape(row.kana)} ${escape(row.number)}`,
        wareki(row.occurredOn),
        wareki(row.decidedOn),
        escape(row.route),
        escape(row.employmentType),
      ]),
    )}`,
  );
}

function lastDay(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The months of the fiscal year up to this one. */
function monthsUntil(month) {
  const [year, number] = month.split('-').map(Number);
  const start = number >= 4 ? year : year - 1;
  const months = [];
  for (
    let at = new Date(Date.UTC(start, 3, 1));
    at.toISOString().slice(0, 7) <= month;
    at.setUTCMonth(at.getUTCMonth() + 1)
  )
    months.push(at.toISOString().slice(0, 7));
  return months;
}
