import { categoriesShared, categoryProposed, type Grant, holdsOn, maySee, SHARING_CATEGORIES } from './index.js';

const CITY = 1;
const HELLO_WORK = 2;
const COUNCIL = 3;
const DAY = '2012-10-01';

function aGrant(more: Partial<Grant> = {}): Grant {
  return {
    jobseekerId: 'hanako',
    giver: CITY,
    receiver: HELLO_WORK,
    category: 'plan',
    startsOn: '2012-04-01',
    endsOn: null,
    ...more,
  };
}
const record = { jobseekerId: 'hanako', organisationId: CITY, category: 'plan' } as const;

describe('a record', () => {
  it('is seen by the organisation that wrote it, whatever was granted', () => {
    expect(maySee(CITY, record, [], DAY)).toBe(true);
    expect(maySee(HELLO_WORK, record, [], DAY)).toBe(false);
  });

  it.each<[string, Partial<Grant>, boolean]>([
    ['of the one who wrote it, of its category, today', {}, true],
    ['of another category', { category: 'health' }, false],
    ['for another person', { jobseekerId: 'taro' }, false],
    ['by somebody else', { giver: COUNCIL }, false],
    ['to somebody else', { receiver: COUNCIL }, false],
    ['in the other direction', { giver: HELLO_WORK, receiver: CITY }, false],
    ['that begins tomorrow', { startsOn: '2012-10-02' }, false],
    ['that ended today', { endsOn: DAY }, false],
    ['that ends tomorrow', { endsOn: '2012-10-02' }, true],
  ])('is seen through a grant %s: %j', (_, more, seen) => {
    expect(maySee(HELLO_WORK, record, [aGrant(more)], DAY)).toBe(seen);
  });

  it('is not passed on: who shares with both opens neither to the other', () => {
    const grants = [
      aGrant(),
      aGrant({ giver: HELLO_WORK, receiver: COUNCIL }),
      aGrant({ giver: CITY, receiver: HELLO_WORK }),
    ];
    expect(maySee(COUNCIL, record, grants, DAY)).toBe(false);
    expect(maySee(COUNCIL, { ...record, organisationId: HELLO_WORK }, grants, DAY)).toBe(true);
  });

  it('needs no one to write down that a grant has ended', () => {
    expect(holdsOn({ startsOn: '2012-04-01', endsOn: DAY }, '2012-09-30')).toBe(true);
    expect(holdsOn({ startsOn: '2012-04-01', endsOn: DAY }, DAY)).toBe(false);
  });
});

describe('the categories of a consent', () => {
  it('hold the identity, whatever was chosen, and nothing where nothing was', () => {
    expect(categoriesShared(['plan', 'contact', 'plan'])).toEqual(['identity', 'contact', 'plan']);
    expect(categoriesShared([])).toEqual([]);
    expect(categoriesShared(SHARING_CATEGORIES)).toEqual(SHARING_CATEGORIES);
  });
});

describe('a group', () => {
  it.each([
    ['生活保護受給者', 'benefits'],
    ['児童扶養手当受給者', 'benefits'],
    ['住居確保給付金受給者', 'benefits'],
    ['障害者手帳所持者', 'health'],
    ['障害年金・手当受給者', 'health'],
    ['ひとり親', 'circumstances'],
    ['中高年齢者', 'circumstances'],
  ])('%s is proposed to tell of %s', (name, category) => {
    expect(categoryProposed(name)).toBe(category);
  });
});
