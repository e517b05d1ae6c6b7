import fc from 'fast-check';
import { AGE_BANDS, ageOf, personProblems, registrationProblems } from './index.js';
import { ageBandOf, type PersonDraft } from './person.js';

const TODAY = '2012-10-01';
const HANAKO: PersonDraft = {
  familyName: '見本',
  givenName: '花子',
  familyKana: 'ミホン',
  givenKana: 'はなこ',
  formerName: null,
  birthDate: '1975-08-20',
  ageBand: null,
};

describe('the person form', () => {
  it.each<[string, Partial<PersonDraft>]>([
    ['a birth date', {}],
    ['only an age band', { birthDate: null, ageBand: '30s' }],
    ['no age known yet', { birthDate: null }],
    ['half-width kana', { familyKana: 'ﾐﾎﾝ' }],
    ['a rare character', { familyName: '𠮷野' }],
  ])('passes with %s', (_what, change) => {
    expect(personProblems({ ...HANAKO, ...change }, TODAY)).toEqual([]);
  });

  it.each<[Partial<PersonDraft>, string, string]>([
    [{ familyName: ' ' }, 'familyName', 'required'],
    [{ givenName: '' }, 'givenName', 'required'],
    [{ familyKana: '' }, 'familyKana', 'required'],
    [{ givenKana: '花子' }, 'givenKana', 'not_kana'],
    [{ formerName: '名'.repeat(61) }, 'formerName', 'too_long'],
    [{ birthDate: '1975-02-29' }, 'birthDate', 'not_a_date'],
    [{ birthDate: '2012-10-02' }, 'birthDate', 'date_in_future'],
    [{ birthDate: '1892-09-30' }, 'birthDate', 'birth_date_too_early'],
    [{ ageBand: '30s' }, 'ageBand', 'birth_date_and_age_band'],
  ])('%j: %s %s', (change, field, code) => {
    expect(personProblems({ ...HANAKO, ...change }, TODAY)).toMatchObject([{ field, code }]);
  });
});

describe('age', () => {
  it.each([
    [0, '10s'],
    [16, '10s'],
    [19, '10s'],
    [20, '20s'],
    [39, '30s'],
    [70, '70s'],
    [99, '70s'],
  ])('%i years are %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });

  it('is counted on a day, or known as a band, or not at all', () => {
    expect(ageOf(HANAKO, '2012-08-19')).toEqual({ years: 36, band: '30s' });
    expect(ageOf(HANAKO, '2012-08-20')).toEqual({ years: 37, band: '30s' });
    expect(ageOf({ birthDate: null, ageBand: '50s' }, TODAY)).toEqual({ years: null, band: '50s' });
    expect(ageOf({ birthDate: null, ageBand: null }, TODAY)).toEqual({ years: null, band: null });
  });

  it('property: an older person is never in a younger band', () => {
    const age = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(age, age, (one, other) => {
        fc.pre(one <= other);
        expect(AGE_BANDS.indexOf(ageBandOf(one))).toBeLessThanOrEqual(AGE_BANDS.indexOf(ageBandOf(other)));
      }),
    );
  });
});

describe('job-seeking registration', () => {
  it('has its number and a day that has come', () => {
    expect(registrationProblems('13010-00001', TODAY, TODAY)).toEqual([]);
    expect(registrationProblems('', null, TODAY).map(({ field }) => field)).toEqual([
      'helloWorkNumber',
      'helloWorkRegisteredOn',
    ]);
    expect(registrationProblems('13010-00001', '2012-10-02', TODAY)).toMatchObject([{ code: 'date_in_future' }]);
  });
});
