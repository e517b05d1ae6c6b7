import { letterReasons, outcomeProblems, referralProblems } from './index.js';
import type { Referral } from './ladder.js';
import type { ReferralDraft } from './validation.js';

const TODAY = '2012-07-01';
const HIRED: Referral = {
  askedOn: '2012-06-01',
  letterIssuedOn: '2012-06-02',
  interviewOn: '2012-06-10',
  outcome: 'hired',
  outcomeOn: '2012-06-15',
};
const PENDING: Referral = { ...HIRED, outcome: 'pending', outcomeOn: null };

describe('a referral', () => {
  it.each<[string, ReferralDraft]>([
    ['that led to a hire', HIRED],
    ['with an interview ahead', { ...PENDING, interviewOn: '2012-07-10' }],
    ['all on one day', { ...HIRED, askedOn: TODAY, letterIssuedOn: TODAY, interviewOn: TODAY, outcomeOn: TODAY }],
    [
      'refused at once',
      {
        ...PENDING,
        letterIssuedOn: null,
        interviewOn: null,
        outcome: 'refused_before_application',
        outcomeOn: '2012-06-01',
      },
    ],
    [
      'declined while the interview lay ahead',
      { ...PENDING, interviewOn: '2012-07-10', outcome: 'declined', outcomeOn: '2012-06-20' },
    ],
  ])('passes: %s', (_what, draft) => {
    expect(referralProblems(draft, TODAY)).toEqual([]);
  });

  it.each<[string, ReferralDraft, [field: string, code: string][]]>([
    ['nobody was asked', { ...PENDING, askedOn: null }, [['askedOn', 'required']]],
    [
      'the letter comes first',
      { ...PENDING, letterIssuedOn: '2012-05-31' },
      [['letterIssuedOn', 'letter_before_asking']],
    ],
    [
      'a letter of tomorrow',
      { ...PENDING, letterIssuedOn: '2012-07-02', interviewOn: null },
      [['letterIssuedOn', 'date_in_future']],
    ],
    ['an interview without a letter', { ...PENDING, letterIssuedOn: null }, [['letterIssuedOn', 'letter_missing']]],
    [
      'an interview before the letter',
      { ...PENDING, interviewOn: '2012-06-01' },
      [['interviewOn', 'interview_before_letter']],
    ],
    ['hired without an interview', { ...HIRED, interviewOn: null }, [['outcome', 'outcome_does_not_follow']]],
    [
      'refused after the letter',
      { ...HIRED, outcome: 'refused_before_application' },
      [['outcome', 'outcome_does_not_follow']],
    ],
    ['an outcome without its day', { ...HIRED, outcomeOn: null }, [['outcomeOn', 'required']]],
    ['a day without an outcome', { ...PENDING, outcomeOn: '2012-06-15' }, [['outcome', 'choose_one']]],
    ['an outcome before the interview', { ...HIRED, outcomeOn: '2012-06-09' }, [['outcomeOn', 'outcome_too_early']]],
    ['an outcome of tomorrow', { ...HIRED, outcomeOn: '2012-07-02' }, [['outcomeOn', 'date_in_future']]],
  ])('%s', (_what, draft, problems) => {
    expect(referralProblems(draft, TODAY).map(({ field, code }) => [field, code])).toEqual(problems);
  });
});

describe('recording an outcome', () => {
  it('of an interview waits for its day; the documents can fail before', () => {
    const ahead: Referral = { ...PENDING, interviewOn: '2012-07-10' };
    expect(outcomeProblems(ahead, 'offered', TODAY, TODAY)).toMatchObject([
      { field: 'outcome', code: 'outcome_does_not_follow' },
    ]);
    expect(outcomeProblems(ahead, 'document_failed', '2012-06-20', TODAY)).toEqual([]);
    expect(outcomeProblems({ ...ahead, interviewOn: TODAY }, 'offered', TODAY, TODAY)).toEqual([]);
  });

  it('follows the ladder and its dates', () => {
    expect(outcomeProblems(PENDING, 'offered', '2012-06-15', TODAY)).toEqual([]);
    expect(outcomeProblems(PENDING, 'document_failed', '2012-06-15', TODAY)).toEqual([
      { field: 'outcome', code: 'outcome_does_not_follow' },
    ]);
    expect(outcomeProblems(PENDING, 'offered', '2012-06-09', TODAY)).toMatchObject([
      { field: 'outcomeOn', code: 'outcome_too_early' },
    ]);
  });

  it('lets an offer, even a hire, be declined later but not earlier', () => {
    const offered: Referral = { ...HIRED, outcome: 'offered' };
    expect(outcomeProblems(offered, 'declined', '2012-06-30', TODAY)).toEqual([]);
    expect(outcomeProblems(HIRED, 'declined', '2012-06-30', TODAY)).toEqual([]);
    expect(outcomeProblems(offered, 'declined', '2012-06-14', TODAY)).toMatchObject([{ code: 'outcome_before_last' }]);
  });
});

describe('the letter', () => {
  it('is issued by the national side for a registered person', () => {
    expect(letterReasons('national', '13010-00001')).toEqual([]);
    expect(letterReasons('municipal', null)).toEqual([
      { code: 'only_national_side' },
      { code: 'not_registered_as_job_seeker' },
    ]);
  });
});
