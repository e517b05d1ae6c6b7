import { allowedOutcomes, type DecidedOutcome } from './index.js';
import { LADDER, isPending, ladderState, type LadderState, type Referral } from './ladder.js';

const TODAY = '2012-06-20';
const AT: Record<'asked' | 'letter_issued' | 'interview', Referral> = {
  asked: { askedOn: '2012-06-01', letterIssuedOn: null, interviewOn: null, outcome: 'pending', outcomeOn: null },
  letter_issued: {
    askedOn: '2012-06-01',
    letterIssuedOn: '2012-06-02',
    interviewOn: null,
    outcome: 'pending',
    outcomeOn: null,
  },
  interview: {
    askedOn: '2012-06-01',
    letterIssuedOn: '2012-06-02',
    interviewOn: '2012-06-10',
    outcome: 'pending',
    outcomeOn: null,
  },
};
const ended = (outcome: DecidedOutcome): Referral => ({ ...AT.interview, outcome, outcomeOn: '2012-06-15' });

describe('the ladder of an attempt', () => {
  it.each<[LadderState, Referral, DecidedOutcome[]]>([
    ['asked', AT.asked, ['refused_before_application']],
    ['letter_issued', AT.letter_issued, ['document_failed', 'not_attended', 'declined']],
    ['interview_arranged', { ...AT.interview, interviewOn: '2012-06-21' }, ['document_failed', 'declined']],
    [
      'interviewed',
      { ...AT.interview, interviewOn: TODAY },
      ['not_attended', 'interview_failed', 'offered', 'hired', 'declined'],
    ],
    ['interviewed', AT.interview, ['not_attended', 'interview_failed', 'offered', 'hired', 'declined']],
    ['offered', ended('offered'), ['hired', 'declined']],
    ['hired', ended('hired'), ['declined']],
    ['declined', ended('declined'), []],
    ['interview_failed', ended('interview_failed'), []],
    ['document_failed', ended('document_failed'), []],
    ['not_attended', ended('not_attended'), []],
    ['refused_before_application', ended('refused_before_application'), []],
  ])('at %s', (state, referral, outcomes) => {
    expect(ladderState(referral, TODAY)).toBe(state);
    expect(allowedOutcomes(referral, TODAY)).toEqual(outcomes);
    expect(isPending(referral)).toBe(referral.outcome === 'pending');
  });

  it('is climbed stage by stage', () => {
    expect(LADDER.find('asked', 'issue_letter')?.to).toBe('letter_issued');
    expect(LADDER.find('letter_issued', 'arrange_interview')?.to).toBe('interview_arranged');
    expect(LADDER.find('asked', 'arrange_interview')).toBeUndefined();
  });
});
