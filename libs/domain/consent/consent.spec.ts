import { consentStatus, needsGuardian, statusOfConsent, type Consent, type ConsentStatus } from './index.js';

const CITY = 1;
const HELLO_WORK = 2;
const FOUNDATION = 3;
const ADULT = { birthDate: '1975-08-20' };

function aConsent(more: Partial<Consent> = {}): Consent {
  return {
    kind: 'sharing',
    organisationId: CITY,
    sharedWithOrganisationId: HELLO_WORK,
    givenOn: '2012-04-01',
    endsOn: '2013-03-31',
    withdrawnOn: null,
    guardianName: null,
    guardianAge: 16,
    categories: ['identity', 'plan'],
    ...more,
  };
}

describe('a consent on a day', () => {
  it.each<[string, Partial<Consent>, ConsentStatus]>([
    ['2012-03-31', {}, 'not_yet'],
    ['2012-04-01', {}, 'in_force'],
    ['2013-03-31', {}, 'in_force'],
    ['2013-04-01', {}, 'expired'],
    ['2013-04-01', { endsOn: null }, 'in_force'],
    ['2012-09-30', { withdrawnOn: '2012-10-01' }, 'in_force'],
    ['2012-10-01', { withdrawnOn: '2012-10-01' }, 'withdrawn'],
    ['2013-04-01', { withdrawnOn: '2012-10-01' }, 'withdrawn'],
    ['2012-04-01', { withdrawnOn: '2012-04-01' }, 'withdrawn'],
  ])('%s with %j is %s', (on, more, standing) => {
    expect(statusOfConsent(aConsent(more), on, ADULT)).toBe(standing);
  });
});

describe('everything a person signed', () => {
  const on = '2012-10-01';

  it('is missing without a consent of that kind', () => {
    expect(consentStatus([], 'sharing', on, ADULT)).toBe('missing');
    expect(consentStatus([aConsent()], 'participation', on, ADULT)).toBe('missing');
  });

  it('is in force when one consent is, however the others stand', () => {
    const withdrawn = aConsent({ givenOn: '2012-09-01', withdrawnOn: '2012-09-15' });
    expect(consentStatus([withdrawn, aConsent()], 'sharing', on, ADULT)).toBe('in_force');
  });

  it('otherwise stands as the latest one does', () => {
    const expired = aConsent({ givenOn: '2011-04-01', endsOn: '2012-03-31' });
    const withdrawn = aConsent({ withdrawnOn: '2012-06-01' });
    expect(consentStatus([withdrawn, expired], 'sharing', on, ADULT)).toBe('withdrawn');
    expect(consentStatus([expired], 'sharing', on, ADULT)).toBe('expired');
  });

  it('holds for the two organisations it names, either way round', () => {
    expect(consentStatus([aConsent()], 'sharing', on, ADULT, [HELLO_WORK, CITY])).toBe('in_force');
    expect(consentStatus([aConsent()], 'sharing', on, ADULT, [CITY, FOUNDATION])).toBe('missing');
  });
});

describe('a minor of 15', () => {
  const minor = { birthDate: '1996-06-10' };

  it('needs the consent of a guardian', () => {
    expect(statusOfConsent(aConsent({ givenOn: '2012-06-01' }), '2012-06-01', minor)).toBe('guardian_missing');
    expect(statusOfConsent(aConsent({ givenOn: '2012-06-01', guardianName: '見本 一郎' }), '2012-06-01', minor)).toBe(
      'in_force',
    );
  });

  it('does not grow into a consent that was never valid', () => {
    expect(statusOfConsent(aConsent({ givenOn: '2012-06-01', endsOn: null }), '2012-06-10', minor)).toBe(
      'guardian_missing',
    );
  });

  it('is asked by the age that held when it was given', () => {
    const given = { givenOn: '2012-06-01', endsOn: null };
    expect(statusOfConsent(aConsent({ ...given, guardianAge: 15 }), '2012-06-01', minor)).toBe('in_force');
    expect(statusOfConsent(aConsent({ ...given, guardianAge: 18 }), '2020-06-01', minor)).toBe('guardian_missing');
  });

  it.each([
    [18, '2014-06-09', true],
    [18, '2014-06-10', false],
    [16, '2012-06-09', true],
    [16, '2012-06-10', false],
  ] as const)('below %s on %s: guardian needed %s', (age, givenOn, needed) => {
    expect(needsGuardian(minor, age, givenOn)).toBe(needed);
  });

  it('is not presumed where the birth date is unknown', () => {
    expect(needsGuardian({ birthDate: null }, 18, '2012-06-01')).toBe(false);
  });
});
