// What people do all day, as requests to the application.
import { TODAY, WRITTEN } from './data/sites.mjs';

const MONTH = '2026-05';
const OPENED = 'placement_occurrences_livelihood_protection';

/**
 * `as`: who asks; `kind`: json or page; `share`: part of the twin's rate that is promised, `ofBare`: of the bare server's.
 * `request(n)` gives the n-th of a row of requests.
 * @param {import('./application.mjs').Application} application
 */
export async function prepareJobs(application, { scale = 1 } = {}) {
  const headers = {
    json: async (login) => ({ authorization: `Bearer ${await application.token(login)}` }),
    page: async (login) => ({ cookie: await application.cookie(login) }),
  };
  const bearer = await headers.json('caseworker0-1');
  const { items } = JSON.parse(await application.answer({ method: 'GET', path: '/api/v1/caseload', headers: bearer }));
  if (items.length !== 50 && scale === 1) throw new Error(`the list holds ${items.length} cases, not 50`);
  const get = (path) => ({ method: 'GET', path });
  const jobs = [
    {
      slug: 'log',
      name: 'log a consultation',
      kind: 'json',
      as: 'caseworker0-1',
      ofBare: 0.7,
      writes: true,
      request: (n) => ({ method: 'POST', path: '/api/v1/consultations', body: consultation(items[n % items.length]) }),
    },
    {
      slug: 'quick-log',
      inOrder: false,
      name: 'quick-log form',
      kind: 'page',
      as: 'caseworker0-1',
      request: (n) => get(`/consultations/new?jobseeker=${items[n % items.length].jobseekerId}`),
    },
    {
      slug: 'home-caseworker',
      name: "a caseworker's home",
      kind: 'page',
      as: 'caseworker0-1',
      request: () => get('/'),
    },
    { slug: 'home-navigator', name: "a navigator's home", kind: 'page', as: 'navigator0-1', request: () => get('/') },
    {
      slug: 'home-supervisor',
      name: "a supervisor's home",
      kind: 'page',
      as: 'city-supervisor-1',
      request: () => get('/'),
    },
    {
      slug: 'list',
      name: 'default list of 50',
      kind: 'json',
      as: 'caseworker0-1',
      request: () => get('/api/v1/caseload'),
    },
    {
      slug: 'list-navigator',
      name: 'default list, navigator',
      kind: 'json',
      as: 'navigator0-1',
      request: () => get('/api/v1/caseload'),
    },
    { slug: 'list-page', name: 'default list of 50', kind: 'page', as: 'caseworker0-1', request: () => get('/cases') },
    {
      slug: 'site-list',
      name: 'site list of 50',
      kind: 'json',
      as: 'caseworker0-1',
      request: () => get('/api/v1/caseload?scope=site'),
    },
    {
      slug: 'site-list-page',
      name: 'site list of 50',
      kind: 'page',
      as: 'caseworker0-1',
      request: () => get('/cases?scope=site'),
    },
    {
      slug: 'search-1',
      name: 'search, one letter',
      kind: 'json',
      as: 'caseworker0-1',
      request: (n) => get(`/api/v1/jobseekers?q=${encodeURIComponent('アイサタナハマ'[n % 7])}`),
    },
    {
      slug: 'search-3',
      name: 'search, three letters',
      kind: 'json',
      as: 'caseworker0-1',
      request: (n) => get(`/api/v1/jobseekers?q=${encodeURIComponent(['タナカ', 'サトウ', 'アオキ'][n % 3])}`),
    },
    {
      slug: 'search-page',
      name: 'search, three letters',
      kind: 'page',
      as: 'caseworker0-1',
      request: (n) => get(`/jobseekers?q=${encodeURIComponent(['タナカ', 'サトウ', 'アオキ'][n % 3])}`),
    },
    {
      slug: 'case-file',
      inOrder: false,
      name: 'case file',
      kind: 'page',
      as: 'caseworker0-1',
      request: (n) => get(`/cases/${items[n % items.length].caseId}`),
    },
    {
      slug: 'month',
      name: 'month, 40 indicators',
      kind: 'json',
      as: 'city-supervisor-1',
      request: () => get(`/api/v1/figures?month=${MONTH}`),
    },
    {
      slug: 'month-page',
      name: 'month, 40 indicators',
      kind: 'page',
      as: 'city-supervisor-1',
      request: () => get(`/month?month=${MONTH}`),
    },
    {
      slug: 'figure',
      name: 'opened figure',
      kind: 'json',
      as: 'city-supervisor-1',
      request: () => get(`/api/v1/figures/${OPENED}/records?from=2026-04-01&to=2026-05-31`),
    },
    {
      slug: 'figure-page',
      inOrder: false,
      name: 'opened figure',
      kind: 'page',
      as: 'city-supervisor-1',
      request: () => get(`/figures/${OPENED}?from=2026-04-01&to=2026-05-31`),
    },
  ];
  for (const job of jobs) {
    const own = await headers[job.kind](job.as);
    const { request } = job;
    job.request = (n) => ({ headers: own, ...request(n) });
    job.share = job.kind === 'json' ? 0.5 : 0.35;
    job.ofBare ??= job.kind === 'json' ? 0.6 : 0.4;
  }
  return jobs;
}

/** @param {string[]} wanted slugs; all when empty */
export function chosen(jobs, wanted) {
  for (const slug of wanted) {
    if (!jobs.some((job) => job.slug === slug))
      throw new Error(`no job ${slug}; there are: ${jobs.map((job) => job.slug).join(', ')}`);
  }
  return wanted.length === 0 ? jobs : jobs.filter(({ slug }) => wanted.includes(slug));
}

export const consultation = ({ jobseekerId, caseId }) =>
  JSON.stringify({
    jobseekerId,
    supportCaseId: caseId,
    heldOn: TODAY,
    kind: 'vocational',
    channel: 'desk',
    outcomes: ['jobs_searched'],
    sharedText: `${WRITTEN}。応募書類を一緒に確認した。`,
  });
