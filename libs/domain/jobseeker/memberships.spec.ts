import { groupsOn, membershipProblems, type GroupMembership } from './index.js';
import type { MembershipDraft } from './memberships.js';

const SITE_GROUPS = ['livelihood_protection', 'disabled', 'general'];
const row = (groupCode: string, startsOn: string, endsOn: string | null): GroupMembership => ({
  groupCode,
  startsOn,
  endsOn,
});

describe('groups on a day', () => {
  const rows = [
    row('general', '2012-04-01', '2012-07-01'),
    row('disabled', '2012-07-01', null),
    row('livelihood_protection', '2012-04-01', null),
  ];

  it.each([
    ['2012-03-31', []],
    ['2012-04-01', ['general', 'livelihood_protection']],
    ['2012-06-30', ['general', 'livelihood_protection']],
    ['2012-07-01', ['disabled', 'livelihood_protection']],
  ])('%s: %j', (on, groups) => {
    expect(groupsOn(rows, on)).toEqual(groups);
  });
});

describe('a membership beside the others', () => {
  const others = [row('disabled', '2012-04-01', '2012-07-01'), row('disabled', '2012-10-01', null)];

  it.each<[string, MembershipDraft, string[]]>([
    ['fits between', { groupCode: 'disabled', startsOn: '2012-07-01', endsOn: '2012-10-01' }, []],
    ['lies before', { groupCode: 'disabled', startsOn: '2012-01-01', endsOn: '2012-04-01' }, []],
    ['another group at the same time', { groupCode: 'general', startsOn: '2012-04-01', endsOn: null }, []],
    ['runs into the next', { groupCode: 'disabled', startsOn: '2012-07-01', endsOn: null }, ['membership_overlaps']],
    [
      'begins too early',
      { groupCode: 'disabled', startsOn: '2012-06-30', endsOn: '2012-08-01' },
      ['membership_overlaps'],
    ],
    [
      'lies inside the running one',
      { groupCode: 'disabled', startsOn: '2013-01-01', endsOn: '2013-02-01' },
      ['membership_overlaps'],
    ],
    ['empty', { groupCode: null, startsOn: null, endsOn: null }, ['choose_one', 'required']],
    ['a group the site does not have', { groupCode: 'nikkei', startsOn: '2012-04-01', endsOn: null }, ['not_one_of']],
    [
      'ends before it starts',
      { groupCode: 'general', startsOn: '2012-04-02', endsOn: '2012-04-01' },
      ['end_before_start'],
    ],
  ])('%s', (_what, draft, codes) => {
    expect(membershipProblems(draft, others, SITE_GROUPS).map(({ code }) => code)).toEqual(codes);
  });
});
