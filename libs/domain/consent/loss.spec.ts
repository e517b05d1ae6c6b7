import type { SharingCategory } from '#domain/sharing';
import { lossOf } from './index.js';
import type { LedgerGrant } from './loss.js';

const CITY = 1;
const HELLO_WORK = 2;
const DAY = '2012-10-01';
const grant = (
  giver: number,
  receiver: number,
  category: SharingCategory,
  more: Partial<LedgerGrant> = {},
): LedgerGrant => ({
  ...{ giver, receiver, category, basis: 'consent', consentId: 'first', startsOn: '2012-04-01', endsOn: null },
  ...more,
});
const LEDGER = [
  grant(CITY, HELLO_WORK, 'plan'),
  grant(CITY, HELLO_WORK, 'health'),
  grant(HELLO_WORK, CITY, 'plan'),
  grant(CITY, CITY, 'identity', { basis: 'registered', consentId: null }),
];
const told = (ledger: readonly LedgerGrant[], ids = ['first'], categories?: readonly SharingCategory[]) =>
  lossOf(ledger, ids, DAY, categories).map(
    ({ giver, receiver, lost, stays }) => `${giver}>${receiver} ${lost.join()}/${stays.join()}`,
  );

describe('what disappears when a consent ends', () => {
  it.each<[string, LedgerGrant[], string[]]>([
    ['is told by direction and category', [], ['1>2 plan,health/', '2>1 plan/']],
    [
      'is not what another consent shows as well',
      [grant(CITY, HELLO_WORK, 'plan', { consentId: 'second' })],
      ['1>2 health/plan', '2>1 plan/'],
    ],
    [
      'is not what a meeting shows as well',
      [grant(HELLO_WORK, CITY, 'plan', { consentId: null, basis: 'support_meeting' })],
      ['1>2 plan,health/', '2>1 /plan'],
    ],
    [
      'is what something shows that has ended',
      [grant(CITY, HELLO_WORK, 'plan', { consentId: 'second', endsOn: DAY })],
      ['1>2 plan,health/', '2>1 plan/'],
    ],
  ])('%s', (_, besides, lines) => {
    expect(told([...LEDGER, ...besides])).toEqual(lines);
  });

  it('is a category alone where that is withdrawn alone', () => {
    expect(told(LEDGER, ['first'], ['health'])).toEqual(['1>2 health/']);
  });

  it('is nothing of a consent that opens nothing', () => {
    expect(told(LEDGER, ['second'])).toEqual([]);
  });
});
