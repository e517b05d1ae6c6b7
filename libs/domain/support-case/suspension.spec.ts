import type { CaseFacts } from './facts.js';
import { CASE_STATUSES, type CaseStatus, NOTHING_ON_RECORD, transitionsOf } from './index.js';
import {
  needsConsentToResume,
  resumesAt,
  reviewDateReasons,
  statusUnderSuspension,
  SUSPENDABLE,
  suspensionAfter,
} from './suspension.js';

describe('a suspension', () => {
  it('can begin in every open state but itself, and only there', () => {
    expect(CASE_STATUSES.filter((status) => !SUSPENDABLE.includes(status))).toEqual(['suspended', 'closed']);
    const table = transitionsOf({ optionalSteps: [] });
    expect(CASE_STATUSES.filter((status) => table.find(status, 'suspend'))).toEqual(SUSPENDABLE);
  });

  it.each([
    [null, 'review_date_missing'],
    [undefined, 'review_date_missing'],
    ['2012-09-30', 'review_date_not_ahead'],
    ['2012-10-01', 'review_date_not_ahead'],
    ['2012-10-02', undefined],
  ])('to be looked at again on %s: %s', (reviewOn, code) => {
    expect(reviewDateReasons(reviewOn, '2012-10-01')[0]?.code).toBe(code);
  });

  it.each<[CaseStatus, CaseStatus, object]>([
    ['placed', 'suspended', { suspendedFrom: 'placed', reviewOn: '2012-11-01' }],
    ['suspended', 'active', { suspendedFrom: null, reviewOn: null }],
    ['suspended', 'closed', { suspendedFrom: null, reviewOn: null }],
  ])('from %s to %s keeps %j', (from, to, kept) => {
    expect(suspensionAfter(from, to, '2012-11-01')).toEqual(kept);
  });

  it.each<[CaseStatus, CaseFacts['suspendedFrom'], CaseStatus | null]>([
    ['suspended', 'intake', 'intake'],
    ['suspended', null, null],
    ['active', null, 'active'],
  ])('%s from %s is at heart %s', (status, suspendedFrom, under) => {
    expect(statusUnderSuspension({ status, suspendedFrom })).toBe(under);
  });

  it.each<[Partial<CaseFacts>, CaseStatus, boolean]>([
    [{ suspendedFrom: 'candidate' }, 'candidate', false],
    [{ suspendedFrom: 'planned' }, 'planned', true],
    [{ suspendedFrom: 'active', offer: 'accepted' }, 'offered', true],
    [{ suspendedFrom: 'follow_up', placement: { id: '1', byReferral: false, state: 'in_force' } }, 'follow_up', true],
    [{ suspendedFrom: null }, 'active', true],
  ])('with %j goes on as %s, which needs consent: %s', (records, to, needsConsent) => {
    const facts: CaseFacts = { ...NOTHING_ON_RECORD, status: 'suspended', ...records };
    expect(resumesAt(facts)).toBe(to);
    expect(needsConsentToResume(facts)).toBe(needsConsent);
  });
});
