import fc from 'fast-check';
import { holdsOn } from '#domain/sharing';
import { addDays, type IsoDate } from '#kernel';
import {
  grantOfRegistration,
  remainingAfter,
  remainingProblems,
  statusOfConsent,
  withdrawnWith,
  type Consent,
  type SharingGrant,
} from './index.js';
import { grantsOf } from './sharing.js';

const CITY = 1;
const HELLO_WORK = 2;

function aConsent(more: Partial<Consent> = {}): Consent {
  return {
    kind: 'sharing',
    organisationId: CITY,
    sharedWithOrganisationId: HELLO_WORK,
    givenOn: '2012-04-01',
    endsOn: null,
    withdrawnOn: null,
    guardianName: null,
    guardianAge: 16,
    categories: ['consultations'],
    ...more,
  };
}

const isInForce = (grant: SharingGrant, on: IsoDate): boolean => holdsOn(grant, on);

describe('grants of a consent to share', () => {
  it('open both sides to each other in every category that was agreed to, and in the identity', () => {
    const both = { basis: 'consent', startsOn: '2012-04-01', endsOn: '2013-04-01' };
    expect(grantsOf(aConsent({ endsOn: '2013-03-31' }))).toEqual([
      { giver: CITY, receiver: HELLO_WORK, category: 'identity', ...both },
      { giver: CITY, receiver: HELLO_WORK, category: 'consultations', ...both },
      { giver: HELLO_WORK, receiver: CITY, category: 'identity', ...both },
      { giver: HELLO_WORK, receiver: CITY, category: 'consultations', ...both },
    ]);
  });

  it('do not follow where nothing was chosen to be shared', () => {
    expect(grantsOf(aConsent({ categories: [] }))).toEqual([]);
  });

  it('do not follow from a consent to take part', () => {
    expect(grantsOf(aConsent({ kind: 'participation', sharedWithOrganisationId: null }))).toEqual([]);
  });

  it('end for both sides on the day of withdrawal', () => {
    const ended = grantsOf(aConsent({ withdrawnOn: '2012-10-01' }));
    expect(ended.map((grant) => isInForce(grant, '2012-09-30'))).toEqual(Array(4).fill(true));
    expect(ended.map((grant) => isInForce(grant, '2012-10-01'))).toEqual(Array(4).fill(false));
  });

  it('were never in force when withdrawn on the first day', () => {
    const ended = grantsOf(aConsent({ withdrawnOn: '2012-04-01' }));
    expect(ended.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual(
      Array(4).fill(['2012-04-01', '2012-04-01']),
    );
    expect(ended.some((grant) => isInForce(grant, '2012-04-01'))).toBe(false);
  });

  it('that ended before are not prolonged by a withdrawal', () => {
    const ended = grantsOf(aConsent({ endsOn: '2012-06-30', withdrawnOn: '2012-10-01' }));
    expect(ended.map(({ endsOn }) => endsOn)).toEqual(Array(4).fill('2012-07-01'));
  });

  it('of a registration last until they are ended', () => {
    const grant = grantOfRegistration(HELLO_WORK, '2012-05-01');
    expect(grant).toMatchObject({ basis: 'registered', category: 'identity', giver: HELLO_WORK, receiver: HELLO_WORK });
    expect([isInForce(grant, '2012-04-30'), isInForce(grant, '2012-05-01'), isInForce(grant, '2099-01-01')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('property: sharing holds exactly as long as the consent', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2012-04-01', count));
  const optionalDay = fc.option(day);

  it('for any limit, withdrawal and day', () => {
    fc.assert(
      fc.property(day, optionalDay, optionalDay, day, (givenOn, endsOn, withdrawnOn, on) => {
        fc.pre((endsOn ?? givenOn) >= givenOn && (withdrawnOn ?? givenOn) >= givenOn);
        const consent = aConsent({ givenOn, endsOn, withdrawnOn });
        const holds = statusOfConsent(consent, on, { birthDate: null }) === 'in_force';

        const written = grantsOf(consent);
        expect(written.map((grant) => isInForce(grant, on))).toEqual(Array(4).fill(holds));
        expect(written.every((grant) => grant.endsOn === null || grant.endsOn >= grant.startsOn)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a withdrawal takes back', () => {
  const back = { ...aConsent(), organisationId: HELLO_WORK, sharedWithOrganisationId: CITY };
  it.each<[string, Consent, boolean]>([
    ['the consent itself', aConsent(), true],
    ['the same, written down by the other side', back, true],
    ['one signed on the very day', aConsent({ givenOn: '2012-10-01' }), true],
    ['not one signed later', aConsent({ givenOn: '2012-10-02' }), false],
    ['not one with a third organisation', aConsent({ sharedWithOrganisationId: 3 }), false],
    ['not the consent to take part', aConsent({ kind: 'participation', sharedWithOrganisationId: null }), false],
    ['not one that was taken back before', aConsent({ withdrawnOn: '2012-05-01' }), false],
  ])('%s', (_, other, taken) => {
    expect(withdrawnWith(aConsent(), [other], '2012-10-01')).toHaveLength(taken ? 1 : 0);
  });
});

describe('what stays after a withdrawal', () => {
  it.each<[string, Partial<Consent>, boolean]>([
    ['is a consent signed later', { givenOn: '2012-10-02' }, true],
    ['is not one that is taken back with it', { givenOn: '2012-10-01' }, false],
    ['is not one that has ended', { givenOn: '2012-10-02', endsOn: '2012-10-04' }, false],
    ['is one on its last day', { givenOn: '2012-10-02', endsOn: '2012-10-05' }, true],
    ['is not one that was taken back before', { givenOn: '2012-10-02', withdrawnOn: '2012-10-03' }, false],
    ['is not one with a third organisation', { givenOn: '2012-10-02', sharedWithOrganisationId: 3 }, false],
  ])('%s', (_, more, remains) => {
    const found = remainingAfter(aConsent(), [aConsent(more)], '2012-10-01', '2012-10-05');
    expect(found).toHaveLength(remains ? 1 : 0);
    expect(remainingProblems(found, null)).toHaveLength(remains ? 1 : 0);
    expect(remainingProblems(found, 'kept')).toEqual([]);
  });
});
