// Pages of the twin: string templates with every value escaped; the same content as the application's pages, none of its components.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (value) => String(value ?? '').replace(/[&<>"']/g, (character) => ESCAPES[character]);

const SIDES = { municipal: '自治体側', national: '国側', jobseeker: '本人' };
const person = (name, side) =>
  side === undefined || side === null ? '' : `<span class="side side-${side}">${SIDES[side]}</span> ${escape(name)}`;

/** Year of the era and the day, as pages print a date. */
export const wareki = (day) => {
  const [year, month, date] = day.split('-').map(Number);
  return `R${year - 2018}.${month}.${date}`;
};

const MENU = ['ホーム', '支援ケース', '求職者', '事業所', '支援要請', '月次の実績', '通知', 'アカウント'];

/** The whole page around its content; `choices` become the filter form. */
export function page(me, title, choices, content) {
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${escape(title)}</title><link rel="stylesheet" href="/assets/app.css"><script src="/assets/app.js" defer></script></head>
<body><header><a class="logo" href="/">チーム支援</a><nav><ul>${MENU.map((item) => `<li><a href="/${escape(item)}">${escape(item)}</a></li>`).join('')}</ul></nav>
<form action="/jobseekers" role="search"><label>氏名・かな・番号<input name="q"></label><button>探す</button></form>
<p>${person(me.name, me.side)} ${escape(me.organisation)} ${escape(me.site_name)}</p><form method="post" action="/sign-out"><button>ログアウト</button></form></header>
<main><h1>${escape(title)}</h1>${choices ? filters(choices) : ''}${content}</main></body></html>`;
}

const filters = ({ desks, programmes, groups }) =>
  `<details><summary>絞り込む</summary><form>${select('programme', programmes, 'code')}${select('group', groups, 'code')}${select('desk', desks, 'id')}<button>この条件で表示</button></form></details>`;

export const select = (name, options, key = 'id') =>
  `<label>${name}<select name="${name}"><option value="">すべて</option>${options.map((option) => `<option value="${escape(option[key])}">${escape(option.name)}</option>`).join('')}</select></label>`;

export const table = (head, rows) =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

export const link = (href, text) => `<a href="${escape(href)}">${escape(text)}</a>`;

/** People a row: name, groups and clock, last contact, what comes next, state. */
export const rowsTable = (rows, href) =>
  table(
    ['氏名', '給付・区分', '最後の相談', '次にすること', '状態'],
    rows.map((row) => [
      `${link(href(row), row.name)}<br><span class="kana">${escape(row.kana)}</span>${row.protected ? '<span class="badge">支援措置対象</span>' : ''}<button hx-get="${row.caseId ? `/cases/${row.caseId}` : escape(href(row))}/peek">概要</button>`,
      `${(row.groups ?? []).map((group) => `<span class="badge">${escape(group)}</span>`).join('')}${row.clock ? `<span class="clock">${escape(row.clock.name)} ${wareki(row.clock.endsOn)}</span>` : ''}`,
      row.lastConsultation
        ? `${wareki(row.lastConsultation.heldOn)} ${escape(row.lastConsultation.kind)} ${person(row.lastConsultation.by, row.lastConsultation.side)}`
        : '',
      row.next
        ? `${wareki(row.next.dueOn)}まで ${escape(row.next.title)} ${person(row.next.owner, row.next.side)}`
        : '',
      `${escape(row.status ?? row.when ?? '')} ${escape(row.programme ?? row.title ?? '')} ${escape(row.desk ?? '')} ${escape(row.number ?? '')}`,
    ]),
  );

export { person };
