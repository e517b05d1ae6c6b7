import { firstDay, lastDay } from '#kernel';
import type { PopulatedSite } from './arrangements/populated-site.js';

export interface PageOfTheSite {
  /** Route as it is declared. */
  readonly route: string;
  /** Who opens it. */
  readonly login: string;
  /** Its address over a populated site. */
  readonly at: (ids: PopulatedSite) => string;
}

const page = (login: string, route: string, at?: PageOfTheSite['at']): PageOfTheSite => ({
  login,
  route,
  at: at ?? (() => route),
});

/** Every page of the application; those that look different to different people more than once. */
export const PAGES: readonly PageOfTheSite[] = [
  ...['caseworker', 'navigator', 'city-supervisor', 'administrator', 'auditor'].map((login) => page(login, '/')),
  page('caseworker', '/', () => '/?scope=site'),
  page('caseworker', '/account'),
  page('auditor', '/audit'),
  page('caseworker', '/cases'),
  page('hw-supervisor', '/cases', () => '/cases?scope=site&status=all'),
  page('caseworker', '/cases/new', ({ newcomer }) => `/cases/new?jobseeker=${newcomer}`),
  page('caseworker', '/cases/:id', ({ case: id }) => `/cases/${id}`),
  page('navigator', '/cases/:id', ({ case: id }) => `/cases/${id}`),
  page('caseworker', '/cases/:id/consultations', ({ case: id }) => `/cases/${id}/consultations`),
  page('caseworker', '/cases/:id/plan', ({ case: id }) => `/cases/${id}/plan`),
  page('navigator', '/cases/:id/plan', ({ consentedCase }) => `/cases/${consentedCase}/plan`),
  page('navigator', '/cases/:id/plan/agreement', ({ case: id }) => `/cases/${id}/plan/agreement`),
  page('navigator', '/cases/:id/plan/edit', ({ case: id }) => `/cases/${id}/plan/edit`),
  page('navigator', '/cases/:id/plan/print', ({ case: id }) => `/cases/${id}/plan/print`),
  page('navigator', '/cases/:id/plan/reviews/new', ({ case: id }) => `/cases/${id}/plan/reviews/new`),
  page('navigator', '/plan-steps/:id', ({ planStep }) => `/plan-steps/${planStep}`),
  page('navigator', '/plan-reviews/:id', ({ planReview }) => `/plan-reviews/${planReview}`),
  page('navigator', '/cases/:id/referrals', ({ case: id }) => `/cases/${id}/referrals`),
  page('navigator', '/cases/:id/referrals/new', ({ case: id }) => `/cases/${id}/referrals/new`),
  page(
    'navigator',
    '/cases/:id/referrals/new',
    ({ case: id, employer }) => `/cases/${id}/referrals/new?employer=${employer}`,
  ),
  page(
    'navigator',
    '/cases/:id/negotiations/new',
    ({ case: id, employer }) => `/cases/${id}/negotiations/new?employer=${employer}`,
  ),
  page(
    'navigator',
    '/cases/:id/offers/new',
    ({ case: id, employer }) => `/cases/${id}/offers/new?employer=${employer}`,
  ),
  page('navigator', '/cases/:id/job-orders/new', ({ case: id }) => `/cases/${id}/job-orders/new`),
  page('caseworker', '/cases/:id/placements/new', ({ case: id }) => `/cases/${id}/placements/new`),
  page('caseworker', '/cases/:id/requests/new', ({ consentedCase }) => `/cases/${consentedCase}/requests/new`),
  page('caseworker', '/cases/:id/steps', ({ consentedCase }) => `/cases/${consentedCase}/steps`),
  page('navigator', '/cases/:id/steps', ({ case: id }) => `/cases/${id}/steps`),
  page('caseworker', '/cases/:id/team', ({ case: id }) => `/cases/${id}/team`),
  page('navigator', '/referrals/:id', ({ referral }) => `/referrals/${referral}`),
  page('navigator', '/referrals/:id/letter', ({ referral }) => `/referrals/${referral}/letter`),
  page('navigator', '/negotiations/:id', ({ negotiation }) => `/negotiations/${negotiation}`),
  page('navigator', '/offers/:id', ({ offer }) => `/offers/${offer}`),
  page('navigator', '/placements/:id', ({ placement }) => `/placements/${placement}`),
  page('navigator', '/requests'),
  page('navigator', '/requests/:id', ({ request }) => `/requests/${request}`),
  page('navigator', '/requests/:id/print', ({ request }) => `/requests/${request}/print`),
  page(
    'caseworker',
    '/consultations/new',
    ({ case: id, person }) => `/consultations/new?case=${id}&jobseeker=${person}`,
  ),
  page('caseworker', '/consultations/:id', ({ consultation }) => `/consultations/${consultation}`),
  page('caseworker', '/consultations/:id/edit', ({ consultation }) => `/consultations/${consultation}/edit`),
  page('caseworker', '/jobseekers'),
  page('caseworker', '/jobseekers/new'),
  page('caseworker', '/jobseekers/:id', ({ person }) => `/jobseekers/${person}`),
  page('navigator', '/jobseekers/:id', ({ person }) => `/jobseekers/${person}`),
  page('caseworker', '/jobseekers/:id/edit', ({ person }) => `/jobseekers/${person}/edit`),
  page('caseworker', '/jobseekers/:id/benefits/new', ({ person }) => `/jobseekers/${person}/benefits/new`),
  page(
    'caseworker',
    '/jobseekers/:id/benefits/:benefitId/end',
    ({ person, benefit }) => `/jobseekers/${person}/benefits/${benefit}/end`,
  ),
  page('caseworker', '/jobseekers/:id/groups/new', ({ person }) => `/jobseekers/${person}/groups/new`),
  page(
    'caseworker',
    '/jobseekers/:id/groups/:groupId/end',
    ({ person, group }) => `/jobseekers/${person}/groups/${group}/end`,
  ),
  page('caseworker', '/jobseekers/:id/consents/new', ({ person }) => `/jobseekers/${person}/consents/new?kind=sharing`),
  page(
    'caseworker',
    '/jobseekers/:id/consents/unsigned',
    ({ person }) => `/jobseekers/${person}/consents/unsigned?kind=sharing`,
  ),
  page(
    'navigator',
    '/jobseekers/:id/hello-work-registration',
    ({ person }) => `/jobseekers/${person}/hello-work-registration`,
  ),
  page('caseworker', '/jobseekers/:id/sharing', ({ person }) => `/jobseekers/${person}/sharing`),
  page('navigator', '/jobseekers/:id/sharing/print', ({ person }) => `/jobseekers/${person}/sharing/print`),
  page(
    'caseworker',
    '/jobseekers/:id/sharing-decisions/new',
    ({ person }) => `/jobseekers/${person}/sharing-decisions/new`,
  ),
  page('caseworker', '/jobseekers/:id/protection', ({ person }) => `/jobseekers/${person}/protection`),
  page('caseworker', '/jobseekers/:id/wishes/new', ({ person }) => `/jobseekers/${person}/wishes/new`),
  page('caseworker', '/consents/:id/print', ({ consent }) => `/consents/${consent}/print`),
  page('caseworker', '/consents/:id/categories', ({ consent }) => `/consents/${consent}/categories`),
  page('caseworker', '/consents/:id/withdrawal', ({ consent }) => `/consents/${consent}/withdrawal`),
  page('hw-supervisor', '/sharing-confirmations'),
  page('administrator', '/duplicates'),
  page('caseworker', '/broken-glass/new'),
  page('auditor', '/broken-glass'),
  page('navigator', '/employers'),
  page('navigator', '/employers/new'),
  page('navigator', '/employers/:id', ({ employer }) => `/employers/${employer}`),
  page('navigator', '/employers/:id/edit', ({ employer }) => `/employers/${employer}/edit`),
  page('navigator', '/employers/:id/job-orders/new', ({ employer }) => `/employers/${employer}/job-orders/new`),
  page('navigator', '/job-orders/:id/edit', ({ jobOrder }) => `/job-orders/${jobOrder}/edit`),
  page('city-supervisor', '/month'),
  page('city-supervisor', '/month', () => '/month?month=2020-04'),
  page(
    'city-supervisor',
    '/figures/:code',
    ({ month }) => `/figures/placement_rate?from=${firstDay(month)}&to=${lastDay(month)}&part=numerator`,
  ),
  page('caseworker', '/notifications'),
  page('hw-supervisor', '/notifications'),
  page('city-supervisor', '/reports'),
  page('city-supervisor', '/reports/:id', ({ report }) => `/reports/${report}`),
  page('administrator', '/site'),
  page('administrator', '/site/edit'),
  page('administrator', '/site/council'),
  page('administrator', '/site/target-groups'),
  ...['agreements', 'organisations', 'desks', 'programmes', 'reasons'].map((part) =>
    page('administrator', '/site/:part/new', () => `/site/${part}/new`),
  ),
  page('administrator', '/site/:part/:id/edit', ({ desk }) => `/site/desks/${desk}/edit`),
  page('administrator', '/yearly-plans'),
  page('administrator', '/yearly-plans/new'),
  page('administrator', '/yearly-plans/:fiscalYear', ({ fiscalYear }) => `/yearly-plans/${fiscalYear}`),
  page(
    'administrator',
    '/yearly-plans/:fiscalYear/manual-figures',
    ({ fiscalYear }) => `/yearly-plans/${fiscalYear}/manual-figures`,
  ),
  page('administrator', '/staff'),
  page('administrator', '/staff/new'),
  page('administrator', '/staff/:id', ({ staff }) => `/staff/${staff}`),
  page('administrator', '/staff/:id/departure', ({ staff }) => `/staff/${staff}/departure`),
  page('city-supervisor', '/unattended-cases'),
  page('administrator', '/machine-accounts'),
  page('caseworker', '/account/machine-accounts'),
  page('caseworker', '/visits'),
];

/** What a browser gets by GET and is no page of its own. */
export const NO_PAGES: readonly string[] = [
  '/healthz',
  '/readyz',
  '/sign-in', // before anyone is signed in: looked at by itself
  '/jobseekers/suggestions',
  '/consultations/new/person',
  '/cases/:id/peek', // parts of a page
  '/yearly-plans/:fiscalYear/file', // a download
];

/** Parts of the application of about the same size, by the first word of their addresses. */
const AREAS = {
  cases: ['cases', 'plan-steps', 'plan-reviews', 'consultations'],
  people: ['jobseekers', 'consents', 'visits', 'duplicates', 'broken-glass'],
  work: ['employers', 'job-orders', 'referrals', 'negotiations', 'offers', 'placements', 'requests'],
} as const;

export type Area = keyof typeof AREAS | 'rest';

/** A page is in one area: in the rest when no other has it. */
export function pagesOf(area: Area): PageOfTheSite[] {
  return PAGES.filter(({ route }) => areaOf(route) === area);
}

function areaOf(route: string): Area {
  const word = route.split('/')[1] ?? '';
  const found = Object.entries(AREAS).find(([, words]) => (words as readonly string[]).includes(word));
  return (found?.[0] ?? 'rest') as Area;
}
