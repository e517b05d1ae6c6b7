import type { SharingCategory } from '#domain/sharing';
import {
  answeredBy,
  confirmableUntil,
  confirmationProblems,
  confirmationReasons,
  grantsConfirmed,
  openingOf,
  waitsFor,
  type Consent,
} from './index.js';
import type { AskingConsent } from './reopening.js';

const CITY = 1;
const HELLO_WORK = 2;
const COUNCIL = 3;
const TODAY = '2012-10-01';

function aConsent(more: Partial<Consent> = {}): Consent {
  return {
    kind: 'sharing',
    organisationId: HELLO_WORK,
    sharedWithOrganisationId: CITY,
    givenOn: TODAY,
    endsOn: null,
    withdrawnOn: null,
    guardianName: null,
    guardianAge: 16,
    categories: ['identity', 'plan'],
    ...more,
  };
}
const earlier = (
  giver: number,
  receiver: number,
  { category = 'plan' as SharingCategory, endsOn = null as string | null, startsOn = '2012-04-01' } = {},
) => ({ giver, receiver, category, startsOn, endsOn });
const bothWays = (endsOn: string | null, categories: readonly SharingCategory[] = ['identity', 'plan']) =>
  categories.flatMap((category) => [
    earlier(CITY, HELLO_WORK, { category, endsOn }),
    earlier(HELLO_WORK, CITY, { category, endsOn }),
  ]);

/** Of a consent that the Hello Work recorded: which directions it opens, and whether the city is asked. */
describe('a consent between two organisations', () => {
  it.each<[string, Partial<Consent>, ReturnType<typeof earlier>[], string, boolean]>([
    ['opens both directions where there was none before', {}, [], '1>2 2>1', false],
    [
      'does so after what a third shares with either',
      {},
      [earlier(COUNCIL, CITY), earlier(HELLO_WORK, COUNCIL)],
      '1>2 2>1',
      false,
    ],
    [
      'does so after what one knows by itself',
      {},
      [earlier(CITY, CITY), earlier(HELLO_WORK, HELLO_WORK)],
      '1>2 2>1',
      false,
    ],
    ['opens the recorder’s records and asks after a withdrawal', {}, bothWays('2012-07-01'), '2>1', true],
    ['asks after one that was withdrawn on its first day', {}, bothWays('2012-04-01'), '2>1', true],
    ['asks after one that expired', {}, bothWays(TODAY), '2>1', true],
    [
      'asks after a meeting that opened one direction alone',
      {},
      [earlier(CITY, HELLO_WORK, { endsOn: '2012-07-01' })],
      '2>1',
      true,
    ],
    ['asks nobody where the other direction is open for as long', {}, bothWays(null), '2>1', false],
    ['asks where it would last longer', {}, bothWays('2013-03-31'), '2>1', true],
    ['asks nobody where it ends before', { endsOn: '2013-03-29' }, bothWays('2013-03-31'), '2>1', false],
    ['asks where it holds another category', { categories: ['plan', 'health'] }, bothWays(null), '2>1', true],
    [
      'asks where the direction that is open is its own',
      {},
      [earlier(HELLO_WORK, CITY), earlier(HELLO_WORK, CITY, { category: 'identity' })],
      '2>1',
      true,
    ],
    [
      'opens nothing where nothing is shared',
      { kind: 'participation', sharedWithOrganisationId: null, categories: [] },
      [],
      '',
      false,
    ],
  ])('%s', (_, more, before, directions, asks) => {
    const opening = openingOf(aConsent(more), before, TODAY);
    expect([...new Set(opening.grants.map(({ giver, receiver }) => `${giver}>${receiver}`))].sort().join(' ')).toBe(
      directions,
    );
    expect(opening.asks).toBe(asks);
  });
});

describe('the organisation that is asked', () => {
  const asking = (more: Partial<AskingConsent> = {}): AskingConsent => ({
    ...aConsent(),
    otherSide: 'waiting',
    otherSideUntil: '2012-10-31',
    ...more,
  });

  it('has a month', () => {
    expect(confirmableUntil(TODAY)).toBe('2012-10-31');
  });

  it.each<[string, Partial<AskingConsent>, number, string[]]>([
    ['may say so', {}, CITY, []],
    ['may on the last day', { otherSideUntil: TODAY }, CITY, []],
    ['may not afterwards', { otherSideUntil: '2012-09-30' }, CITY, ['confirmation_lapsed']],
    ['may not once the consent has ended', { endsOn: '2012-09-30' }, CITY, ['confirmation_lapsed']],
    ['may not once it was withdrawn', { withdrawnOn: TODAY }, CITY, ['consent_already_withdrawn']],
    ['says so once', { otherSide: 'confirmed' }, CITY, ['confirmation_decided']],
    ['says so once, also by a consent of its own', { otherSide: 'recorded_itself' }, CITY, ['confirmation_decided']],
    ['is not the one that asks', {}, HELLO_WORK, ['nothing_to_confirm']],
    ['is not a third', {}, COUNCIL, ['nothing_to_confirm']],
    ['is nobody of a first consent', { otherSide: null, otherSideUntil: null }, CITY, ['nothing_to_confirm']],
  ])('%s', (_, more, organisationId, codes) => {
    expect(confirmationReasons(asking(more), organisationId, TODAY).map(({ code }) => code)).toEqual(codes);
    expect(waitsFor(asking(more), organisationId, TODAY)).toBe(codes.length === 0);
  });

  it('opens its own records alone, from the day it says so', () => {
    const day = '2012-10-05';
    expect(grantsConfirmed(aConsent({ endsOn: '2013-03-30' }), CITY, day)).toEqual(
      (['identity', 'plan'] as const).map((category) => ({
        giver: CITY,
        receiver: HELLO_WORK,
        category,
        basis: 'consent',
        startsOn: day,
        endsOn: '2013-03-31',
      })),
    );
  });

  it('has answered by a consent of its own that opens at least as much', () => {
    const own = aConsent({ organisationId: CITY, sharedWithOrganisationId: HELLO_WORK });
    const all = [
      asking(),
      asking({ categories: ['plan', 'health'] }),
      asking({ organisationId: COUNCIL }),
      asking({ otherSide: 'declined' }),
    ];
    expect(answeredBy(own, all, TODAY)).toEqual([all[0]]);
  });

  it('says why it declines', () => {
    expect(confirmationProblems('declined', ' ')).toEqual([{ field: 'reason', code: 'required' }]);
    expect(confirmationProblems('declined', '本人が否定した')).toEqual([]);
    expect(confirmationProblems('confirmed', '')).toEqual([]);
  });
});
