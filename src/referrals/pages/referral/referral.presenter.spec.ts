import type { Negotiation, Offer, Referral } from '../../referrals.repository.js';
import { occasionsAhead, possibleOutcomes, presentAttempt, recordsOf } from './referral.presenter.js';

const TODAY = '2026-06-10';

const asked: Referral = {
  id: 'r',
  supportCaseId: 'c',
  jobseekerId: 'j',
  attemptNo: 3,
  employerId: 'e',
  employerName: '見本商店',
  jobOrderId: null,
  jobOrderTitle: null,
  orderNumber: null,
  askedOn: '2026-06-02',
  letterIssuedOn: null,
  interviewOn: null,
  interviews: [],
  outcome: 'pending',
  outcomeOn: null,
  reason: null,
  note: null,
  by: null,
  version: 1,
};
const interviewed: Referral = { ...asked, letterIssuedOn: '2026-06-03', interviewOn: '2026-06-04' };
const offer = { referralId: 'r', receivedOn: '2026-06-05', status: 'accepted', decidedOn: '2026-06-06' } as Offer;
const negotiation = (of: Partial<Negotiation>) =>
  ({
    employerId: 'e',
    condition: 'education',
    termsFrom: '高卒以上',
    termsTo: '学歴不問',
    result: 'pending',
    by: { name: '例示 進', side: 'national' },
    ...of,
  }) as Negotiation;

describe('an attempt on the ladder', () => {
  it('tells in words how it ended and why', () => {
    const failed = presentAttempt(
      {
        referral: {
          ...interviewed,
          outcome: 'interview_failed',
          outcomeOn: '2026-06-05',
          reason: { code: 'experience', name: '経験・実務の不足', note: '実務3年以上' },
        },
      },
      TODAY,
    );
    expect(failed).toMatchObject({
      number: 3,
      title: '見本商店',
      outcome: { label: '面接で不採用', tone: 'failure' },
      reason: '経験・実務の不足（実務3年以上）',
    });
    expect(failed.steps.map(({ label, state }) => `${label} ${state}`).slice(1, 3)).toEqual([
      '紹介状 reached',
      '面接 failed',
    ]);
  });

  it('has the days of its own offer and of the placement', () => {
    const records = recordsOf(
      { ...interviewed, outcome: 'hired', outcomeOn: '2026-06-06' },
      { offers: [{ ...offer, referralId: 'other', receivedOn: '2026-05-01' }, offer], negotiations: [] },
    );
    expect(presentAttempt({ ...records, startsOn: '2026-06-08' }, TODAY).steps.map(({ date }) => date)).toEqual([
      'R8.6.2',
      'R8.6.3',
      'R8.6.4',
      'R8.6.5',
      'R8.6.6',
      'R8.6.8',
    ]);
  });

  it('tells what was negotiated from and to, rather what succeeded than what came last', () => {
    const negotiations = [
      negotiation({ result: 'accepted' }),
      negotiation({ condition: 'age' }),
      negotiation({ employerId: 'other' }),
    ];
    expect(presentAttempt(recordsOf(asked, { offers: [], negotiations }), TODAY).negotiated).toEqual({
      text: '学歴「高卒以上」→「学歴不問」承諾',
      side: 'national',
    });
  });

  it('has reasons to offer for the outcomes that can still come', () => {
    expect(occasionsAhead(asked, TODAY)).toEqual(['refused_before_application']);
    expect(occasionsAhead(interviewed, TODAY)).toEqual(['not_attended', 'interview_failed', 'declined']);
    expect(occasionsAhead({ ...interviewed, outcome: 'interview_failed' }, TODAY)).toEqual([]);
  });

  it('shows an interview of next week as ahead, not as done', () => {
    const ahead = presentAttempt({ referral: { ...interviewed, interviewOn: '2026-06-17' } }, TODAY);
    expect(ahead.outcome).toEqual({ label: '面接予定', tone: 'pending' });
    expect(ahead.steps.slice(1, 4).map(({ label, date, state }) => [label, date, state])).toEqual([
      ['紹介状', 'R8.6.3', 'reached'],
      ['面接', 'R8.6.17', 'current'],
      ['採用', undefined, 'open'],
    ]);
    expect(presentAttempt({ referral: interviewed }, TODAY).outcome.label).toBe('結果待ち');
  });

  it('offers the outcomes that the case takes: no offer while it rests', () => {
    expect(possibleOutcomes(interviewed, 'active', TODAY)).toContain('offered');
    expect(possibleOutcomes(interviewed, 'suspended', TODAY)).not.toContain('offered');
    expect(possibleOutcomes({ ...interviewed, interviewOn: '2026-06-17' }, 'active', TODAY)).toEqual([
      'document_failed',
      'declined',
    ]);
  });
});
