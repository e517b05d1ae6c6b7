import { consentProblems, withdrawalProblems, withdrawalReasons } from './index.js';
import type { ConsentContext, ConsentDraft } from './validation.js';

const CONTEXT: ConsentContext = {
  today: '2012-10-01',
  person: { birthDate: '1975-08-20' },
  organisationId: 1,
  guardianAges: { participation: 18, sharing: 16 },
};

const FILLED_IN: ConsentDraft = {
  kind: 'sharing',
  purpose: '就職に向けた支援',
  categories: ['consultations'],
  covers: '',
  sharedWithOrganisationId: 2,
  method: 'signed',
  givenOn: '2012-10-01',
  endsOn: '2013-03-31',
  guardianName: null,
};

describe('the consent form', () => {
  it('passes when filled in', () => {
    expect(consentProblems(FILLED_IN, CONTEXT)).toEqual([]);
  });

  it('of taking part names no other organisation', () => {
    expect(
      consentProblems({ ...FILLED_IN, kind: 'participation', categories: [], sharedWithOrganisationId: null }, CONTEXT),
    ).toEqual([]);
  });

  it.each<[string, Partial<ConsentDraft>, [field: string, code: string][]]>([
    [
      'empty',
      { kind: null, purpose: '', method: null, givenOn: null },
      [
        ['kind', 'choose_one'],
        ['purpose', 'required'],
        ['method', 'choose_one'],
        ['givenOn', 'required'],
      ],
    ],
    [
      'sharing nothing with nobody',
      { categories: [], sharedWithOrganisationId: null },
      [
        ['categories', 'categories_required'],
        ['sharedWithOrganisationId', 'choose_one'],
      ],
    ],
    ['sharing with itself', { sharedWithOrganisationId: 1 }, [['sharedWithOrganisationId', 'shared_with_itself']]],
    ['given tomorrow', { givenOn: '2012-10-02' }, [['givenOn', 'date_in_future']]],
    ['ends before it begins', { endsOn: '2012-09-30' }, [['endsOn', 'end_before_start']]],
  ])('%s', (_what, change, problems) => {
    expect(consentProblems({ ...FILLED_IN, ...change }, CONTEXT).map(({ field, code }) => [field, code])).toEqual(
      problems,
    );
  });

  it('asks for the guardian of a minor', () => {
    const minor = { ...CONTEXT, person: { birthDate: '1996-12-10' } };
    expect(consentProblems(FILLED_IN, minor)).toEqual([
      { field: 'guardianName', code: 'guardian_required', params: { age: 16 } },
    ]);
    // Of sixteen one shares alone, and takes part with a guardian.
    const older = { ...CONTEXT, person: { birthDate: '1996-05-10' } };
    expect(consentProblems(FILLED_IN, older)).toEqual([]);
    expect(consentProblems({ ...FILLED_IN, kind: 'participation' }, older)).toMatchObject([{ params: { age: 18 } }]);
    expect(consentProblems({ ...FILLED_IN, guardianName: '見本 一郎' }, minor)).toEqual([]);
    expect(consentProblems(FILLED_IN, { ...older, guardianAges: { participation: 18, sharing: 20 } })).toEqual([
      { field: 'guardianName', code: 'guardian_required', params: { age: 20 } },
    ]);
    expect(consentProblems(FILLED_IN, { ...minor, guardianAges: { participation: 18, sharing: 15 } })).toEqual([]);
  });
});

describe('a withdrawal', () => {
  it('lies between the consent and today', () => {
    expect(withdrawalProblems({ givenOn: '2012-04-01' }, '2012-04-01', '2012-10-01')).toEqual([]);
    expect(withdrawalProblems({ givenOn: '2012-04-01' }, '2012-03-31', '2012-10-01')).toMatchObject([
      { code: 'before_consent' },
    ]);
    expect(withdrawalProblems({ givenOn: '2012-04-01' }, '2012-10-02', '2012-10-01')).toMatchObject([
      { code: 'date_in_future' },
    ]);
  });

  it('happens once', () => {
    expect(withdrawalReasons({ withdrawnOn: null })).toEqual([]);
    expect(withdrawalReasons({ withdrawnOn: '2012-06-01' })).toMatchObject([{ code: 'consent_already_withdrawn' }]);
  });
});
