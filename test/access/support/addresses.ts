import { randomUUID } from 'node:crypto';
import type { Side } from '#access';
import type { SharingCategory } from '#domain/sharing';
import type { SupportedPerson } from './person.js';

/** The person's own record, or one that a side wrote. */
export type PersonalRecord = 'person' | Side;

/** Whose a thing is that stands in an address. */
export type Belonging =
  /** The person themself, or a record about them written by one side. */
  | {
      readonly of: 'person';
      readonly record: PersonalRecord;
      /** By which a grant opens it; undefined where that hangs on more than the record. */
      readonly category?: SharingCategory | undefined;
    }
  /** Something of the site that everyone working there may meet. */
  | { readonly of: 'site' }
  /** Something of one organisation, or of one member of staff, of whose side it is. */
  | { readonly of: 'organisation'; readonly side: Side }
  | { readonly of: 'one'; readonly login: string }
  /** No record: a code, a number, a kind. */
  | { readonly of: 'everyone' };

interface Thing {
  readonly id: string;
  readonly belonging: Belonging;
}

export type Things = Readonly<Record<string, Thing>>;

/** What may stand in an address, by the word of the template before it. A word that is missing here fails the matrix. */
export function thingsInAddresses(
  { jobseekerId, caseId, requestId, ids }: SupportedPerson,
  site: Readonly<Record<string, string>>,
): Things {
  const written =
    (record: PersonalRecord) =>
    (id: string, category?: SharingCategory): Thing => ({ id, belonging: { of: 'person', record, category } });
  const city = written('municipal');
  const nation = written('national');
  const ofSite = (id: string | undefined): Thing => ({ id: id ?? '', belonging: { of: 'site' } });
  const ofCity = (id: string | undefined): Thing => ({
    id: id ?? '',
    belonging: { of: 'organisation', side: 'municipal' },
  });
  const nobodys = (id: string): Thing => ({ id, belonging: { of: 'everyone' } });
  return {
    jobseekers: written('person')(jobseekerId, 'identity'),
    cases: city(caseId, 'plan'),
    requests: city(requestId, 'plan'),
    consents: city(ids.consent),
    // Made by nobody in the matrix: a decision is found by giver and receiver alone (sharing-decisions.spec).
    'sharing-decisions': written('person')(ids.consent),
    consultations: city(ids.consultation, 'consultations'),
    'next-actions': city(ids.nextAction, 'consultations'),
    'plan-steps': city(ids.planStep, 'plan'),
    'plan-reviews': city(ids.planReview, 'plan'),
    benefits: city(ids.benefit, 'benefits'),
    groups: city(ids.group, 'benefits'),
    placements: city(ids.placement, 'referrals'),
    referrals: nation(ids.referral, 'referrals'),
    negotiations: nation(ids.negotiation, 'referrals'),
    offers: nation(ids.offer, 'referrals'),
    assignments: nation(ids.assignment),
    employers: ofSite(ids.employer),
    'job-orders': ofSite(ids.jobOrder),
    agreements: ofSite(site['agreement']),
    desks: ofSite(site['desk']),
    organisations: ofSite(site['organisation']),
    programmes: ofSite(site['programme']),
    reasons: ofSite(site['reason']),
    ':part': ofSite(site['desk']),
    reports: ofSite(site['report']),
    visits: ofSite(site['visit']),
    staff: ofCity(site['colleague']),
    'organisation-proposals': ofSite(site['organisationProposal']),
    'machine-accounts': ofCity(site['machineAccount']),
    'broken-glass': { id: site['glass'] ?? '', belonging: { of: 'one', login: 'auditor' } },
    // Of a person out of hiding: the question is the administrator's.
    duplicates: { id: site['duplicate'] ?? '', belonging: { of: 'one', login: 'administrator' } },
    notifications: { id: ids.notification, belonging: { of: 'one', login: 'navigator' } },
    sessions: { id: site['session'] ?? '', belonging: { of: 'one', login: 'colleague' } },
    figures: ofSite('consultations'),
    'yearly-plans': ofSite('2026'),
    versions: nobodys('1'),
    site: nobodys('desks'),
  };
}

/** Whom a query names. */
export interface Asked {
  readonly jobseekerId: string;
  readonly caseId: string;
  /** How the reading of the name begins. Default: that of the person of the matrix. */
  readonly kana?: string;
}

/** Things named in a query: what a page or a list is asked to begin with. */
const QUERIES: Readonly<Record<string, (person: Asked) => string>> = {
  'GET /cases/new': ({ jobseekerId }) => `?jobseeker=${jobseekerId}`,
  'GET /consultations/new': ({ jobseekerId, caseId }) => `?jobseeker=${jobseekerId}&case=${caseId}`,
  'GET /consultations/new/person': ({ jobseekerId }) => `?jobseekerId=${jobseekerId}`,
  'GET /api/v1/consultations': ({ jobseekerId }) => `?jobseekerId=${jobseekerId}`,
  'GET /api/v1/cases': ({ jobseekerId }) => `?jobseekerId=${jobseekerId}`,
  'GET /api/v1/jobseekers': ({ kana = 'ヒトク' }) => `?q=${encodeURIComponent(kana)}`,
  'GET /jobseekers': ({ kana = 'ヒトク' }) => `?q=${encodeURIComponent(kana)}`,
  'GET /jobseekers/suggestions': ({ kana = 'ヒトク' }) => `?q=${encodeURIComponent(kana)}`,
  'GET /figures/:code': () => '?from=2026-06-01&to=2026-06-30&part=value',
  'GET /api/v1/figures/:code/records': () => '?from=2026-06-01&to=2026-06-30&part=value',
  'GET /month': () => '?month=2026-06',
  'GET /api/v1/figures': () => '?month=2026-06',
  'GET /api/v1/visits': () => '?month=2026-06',
};

export interface Address {
  readonly url: string;
  /** The same address with ids that nobody ever gave. */
  readonly unknown: string;
  readonly belongings: readonly Belonging[];
}

export const namesSomebody = (method: string, template: string): boolean => `${method} ${template}` in QUERIES;

/** @throws when a part of the template stands behind a word that `things` does not know */
export function addressOf(method: string, template: string, things: Things, person: Asked): Address {
  const belongings: Belonging[] = [];
  const segments = template.split('/');
  const fill = (choose: (thing: Thing) => string): string =>
    segments
      .map((segment, at) =>
        segment.startsWith(':') ? choose(knownThing(things, segments[at - 1] ?? '', template)) : segment,
      )
      .join('/');
  const url = fill((thing) => (belongings.push(thing.belonging), thing.id));
  const unknown = fill(({ id, belonging }) =>
    belonging.of === 'everyone' ? id : /^\d+$/.test(id) ? '2098' : randomUUID(),
  );
  const query = QUERIES[`${method} ${template}`]?.(person) ?? '';
  return { url: url + query, unknown: unknown + query, belongings };
}

function knownThing(things: Things, word: string, template: string): Thing {
  const thing = things[word];
  if (!thing) throw new Error(`${template}: say in thingsInAddresses what stands behind "${word}"`);
  return thing;
}
