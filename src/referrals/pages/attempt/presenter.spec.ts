import type { Offer, Referral } from '../../referrals.repository.js';
import { presentAttempt } from './presenter.js';

const asked: Referral = {
  id: 'r', supportCaseId: 'c', jobseekerId: 'j', attemptNo: 3, employerId: 'e', employerName: '見本商店', jobOrderId: null, jobOrderTitle: null, orderNumber: null,
  askedOn: '2026-06-02', letterIssuedOn: null, interviewOn: null, outcome: 'pending', outcomeOn: null, reason: null, note: null, by: null, version: 1,
};
const interviewed: Referral = { ...asked, letterIssuedOn: '2026-06-03', interviewOn: '2026-06-04' };
const states = (referral: Referral, more: object = {}): string[] => presentAttempt({ referral, ...more }).steps.map(({ state }) => state);

describe('an attempt on the ladder', () => {
  it('waits on the next rung while it is open', () => {
    expect(states(asked)).toEqual(['reached', 'current', 'open', 'open', 'open', 'open']);
  });

  it('ends on the last rung it reached when it fails', () => {
    const failed = presentAttempt({ referral: { ...interviewed, outcome: 'interview_failed', outcomeOn: '2026-06-05', reason: { code: 'experience', name: '経験・実務の不足', note: '経験者を採用' } } });
    expect(failed.steps.map(({ state }) => state)).toEqual(['reached', 'reached', 'failed', 'open', 'open', 'open']);
    expect(failed).toMatchObject({ number: 3, outcome: { label: '面接で不採用', tone: 'failure' }, reason: '経験・実務の不足（経験者を採用）' });
  });

  it('waits for the answer to an offer', () => {
    const offer = { receivedOn: '2026-06-05', status: 'open', decidedOn: null } as Offer;
    expect(states({ ...interviewed, outcome: 'offered', outcomeOn: '2026-06-05' }, { offer })).toEqual(['reached', 'reached', 'reached', 'reached', 'current', 'open']);
  });

  it('reaches the top with the first day of work', () => {
    expect(states({ ...interviewed, outcome: 'hired', outcomeOn: '2026-06-05' }, { startsOn: '2026-06-08' })).toEqual(Array(6).fill('reached'));
  });
});
