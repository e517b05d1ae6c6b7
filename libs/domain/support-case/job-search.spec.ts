import { CASE_STATUSES, type CaseStatus, type JobSearchRecord, recordingReasons, transitionsOf } from './index.js';

const codes = (record: JobSearchRecord, status: CaseStatus): string =>
  recordingReasons(record, status)
    .map(({ code }) => code)
    .join() || 'taken';

describe('what a period takes of the search for work', () => {
  const NOT_YET = 'support_not_started';
  it.each<[CaseStatus, Record<JobSearchRecord, string>]>([
    ...(['intake', 'candidate', 'consented', 'requested', 'interviewed', 'conference', 'planned'] as const).map(
      (status): [CaseStatus, Record<JobSearchRecord, string>] => [
        status,
        { referral: NOT_YET, negotiation: 'taken', offer: NOT_YET, placement: NOT_YET },
      ],
    ),
    ['active', { referral: 'taken', negotiation: 'taken', offer: 'taken', placement: 'taken' }],
    ['offered', { referral: 'taken', negotiation: 'taken', offer: 'taken', placement: 'taken' }],
    ['placed', { referral: 'taken', negotiation: 'taken', offer: 'taken', placement: 'person_at_work' }],
    ['follow_up', { referral: 'taken', negotiation: 'taken', offer: 'taken', placement: 'person_at_work' }],
    [
      'suspended',
      {
        referral: 'case_is_suspended',
        negotiation: 'taken',
        offer: 'case_is_suspended',
        placement: 'case_is_suspended',
      },
    ],
    [
      'closed',
      {
        referral: 'case_is_closed',
        negotiation: 'case_is_closed',
        offer: 'case_is_closed',
        placement: 'case_is_closed',
      },
    ],
  ])('%s', (status, expected) => {
    for (const record of ['referral', 'negotiation', 'offer', 'placement'] as const)
      expect([record, codes(record, status)]).toEqual([record, expected[record]]);
  });

  it('takes a placement exactly where the table leads to one', () => {
    for (const status of CASE_STATUSES)
      expect([status, codes('placement', status) === 'taken']).toEqual([
        status,
        transitionsOf({ optionalSteps: [] }).find(status, 'record_placement') !== undefined,
      ]);
  });
});
