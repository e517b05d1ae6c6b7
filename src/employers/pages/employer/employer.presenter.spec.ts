import type { JobOrder } from '../../employers.repository.js';
import type { ReferredPerson } from '../../referred-people.js';
import { laddersByOrder, orderCounts } from './employer.presenter.js';

const order = (id: string, title: string): JobOrder => ({
  id,
  title,
  employerId: 'e',
  orderNumber: null,
  positions: 1,
  employmentType: null,
  conditions: '',
  receivedOn: '2026-06-01',
  validUntil: null,
  forOnePerson: false,
  forJobseeker: null,
  version: 1,
});
const hanako: ReferredPerson = {
  referralId: 'r1',
  jobseekerId: 'hanako',
  name: '見本 花子',
  attemptNo: 2,
  jobOrderId: 'nurse',
  askedOn: '2026-06-02',
  letterIssuedOn: '2026-06-03',
  interviewOn: null,
  outcome: 'document_failed',
  outcomeOn: '2026-06-05',
  offeredOn: null,
  acceptedOn: null,
  startsOn: null,
};
const again: ReferredPerson = {
  ...hanako,
  referralId: 'r2',
  attemptNo: 3,
  interviewOn: '2026-06-10',
  outcome: 'hired',
  outcomeOn: '2026-06-12',
  startsOn: '2026-07-01',
};
const taro: ReferredPerson = { ...hanako, referralId: 'r3', jobseekerId: 'taro', name: '架空 太郎', jobOrderId: null };

it('counts orders and the persons they ask for, those still open apart', () => {
  const orders = [
    { ...order('nurse', '看護助手'), positions: 3 },
    { ...order('cook', '調理'), positions: 2, validUntil: '2026-06-09' },
  ];
  expect(orderCounts(orders, '2026-06-10')).toBe('有効中 1件（3人）・これまで 2件（5人）');
});

describe('what came of an employer’s orders', () => {
  it('counts a person once an order, and those placed', () => {
    const ladders = laddersByOrder(
      [order('cook', '調理'), order('nurse', '看護助手')],
      [again, hanako, taro],
      '2026-06-15',
    );
    expect(ladders.map(({ title, counts, attempts }) => [title, counts, attempts.length])).toEqual([
      ['看護助手', '紹介 1人・就職 1人', 2],
      ['求人の指定なし', '紹介 1人・就職 0人', 1],
    ]);
  });

  it('draws each attempt as the person’s own', () => {
    const [attempt] = laddersByOrder([], [taro], '2026-06-15')[0]?.attempts ?? [];
    expect(attempt).toMatchObject({
      number: 2,
      title: '架空 太郎',
      href: '/referrals/r3',
      outcome: { label: '書類選考で不採用', tone: 'failure' },
    });
    expect(attempt?.steps.map(({ state, date }) => date ?? state)).toEqual([
      'R8.6.2',
      'R8.6.3',
      'open',
      'open',
      'open',
      'open',
    ]);
  });
});
