import { decisionEndReasons, decisionProblems, grantsOfDecision, type DecisionDraft } from './decision.js';

const TODAY = '2012-10-01';
const draft: DecisionDraft = {
  basis: 'support_meeting',
  lawArticle: null,
  receiver: 2,
  categories: ['plan'],
  decidedOn: TODAY,
  endsOn: null,
  members: '福祉課、ハローワーク',
  decision: '支援の方針を共有する',
};

describe('a decision to share', () => {
  it.each<[string, Partial<DecisionDraft>, string[]]>([
    ['of a meeting is complete', {}, []],
    ['needs its members', { members: ' ' }, ['members required']],
    ['needs what was decided', { decision: '' }, ['decision required']],
    ['needs its day', { decidedOn: null }, ['decidedOn required']],
    ['is not of a day to come', { decidedOn: '2012-10-02' }, ['decidedOn date_in_future']],
    ['by another law needs its article', { basis: 'other_law', members: '' }, ['lawArticle required']],
    ['by another law needs no members', { basis: 'other_law', lawArticle: '見本法第1条', members: '' }, []],
    ['needs a basis', { basis: null }, ['basis choose_one']],
    ['needs a receiver', { receiver: null }, ['receiverId choose_one']],
    ['is not for oneself', { receiver: 1 }, ['receiverId shared_with_itself']],
    ['shows something', { categories: [] }, ['categories categories_required']],
    ['ends after it begins', { endsOn: '2012-09-30' }, ['endsOn end_before_start']],
  ])('%s', (_, said, problems) => {
    const found = decisionProblems({ ...draft, ...said }, { today: TODAY, organisationId: 1 });
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });

  it('opens one direction, what the deciding organisation wrote', () => {
    const decision = {
      ...draft,
      basis: 'support_meeting' as const,
      receiver: 2,
      decidedOn: TODAY,
      endsOn: '2013-03-31',
    };
    expect(grantsOfDecision(1, decision)).toEqual(
      (['identity', 'plan'] as const).map((category) => ({
        giver: 1,
        receiver: 2,
        category,
        basis: 'support_meeting',
        startsOn: TODAY,
        endsOn: '2013-04-01',
      })),
    );
  });

  it('ends once, by whoever made it', () => {
    expect(decisionEndReasons({ organisationId: 1, endedOn: null }, 1)).toEqual([]);
    expect(decisionEndReasons({ organisationId: 1, endedOn: TODAY }, 1)).toEqual([{ code: 'decision_ended' }]);
    expect(decisionEndReasons({ organisationId: 1, endedOn: null }, 2)).toEqual([
      { code: 'decision_of_other_organisation' },
    ]);
  });
});
