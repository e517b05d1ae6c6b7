import type { Consent } from './consent.js';
import { endedBy, narrowingProblems, narrowingReasons } from './narrowing.js';

const TODAY = '2012-10-01';
const consent: Consent = {
  kind: 'sharing',
  organisationId: 1,
  sharedWithOrganisationId: 2,
  givenOn: '2012-04-01',
  endsOn: null,
  withdrawnOn: null,
  guardianName: null,
  guardianAge: 16,
  categories: ['identity', 'health', 'plan'],
};

describe('a consent that is narrowed', () => {
  it('ends what is left out, and never the identity', () => {
    expect(endedBy(consent, ['plan'])).toEqual(['health']);
    expect(endedBy(consent, [])).toEqual(['health', 'plan']);
    expect(endedBy(consent, ['plan', 'health'])).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['may leave something out', { categories: ['plan'] }, []],
    ['is not widened', { categories: ['plan', 'benefits'] }, ['categories category_not_agreed']],
    ['is not narrowed on a day to come', { narrowedOn: '2012-10-02' }, ['narrowedOn date_in_future']],
    ['nor before it was given', { narrowedOn: '2012-03-31' }, ['narrowedOn before_consent']],
    ['has a day', { narrowedOn: '' }, ['narrowedOn required']],
  ])('%s', (_, said, problems) => {
    const found = narrowingProblems(consent, { categories: ['plan'], narrowedOn: TODAY, reason: '', ...said }, TODAY);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });

  it.each<[string, Partial<Consent>, readonly ('plan' | 'health')[], boolean, string[]]>([
    ['where something is left out', {}, ['plan'], false, []],
    ['where all is confirmed that nobody chose', {}, ['plan', 'health'], true, []],
    ['not where nothing changes', {}, ['plan', 'health'], false, ['nothing_narrowed']],
    ['not once it was withdrawn', { withdrawnOn: TODAY }, ['plan'], false, ['consent_already_withdrawn']],
    ['not once it has expired', { endsOn: '2012-09-30' }, ['plan'], false, ['consent_expired']],
    ['not of taking part', { kind: 'participation' }, ['plan'], false, ['nothing_shared']],
  ])('is, %s', (_, more, kept, toConfirm, codes) => {
    const reasons = narrowingReasons({ ...consent, ...more }, kept, { toConfirm, today: TODAY });
    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });
});
