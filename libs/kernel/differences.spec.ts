import { changedFields, differences } from './differences.js';

describe('what an edit changed', () => {
  it.each<[string, object, object, object]>([
    ['nothing', { name: '花子', deskId: 1 }, { name: '花子' }, {}],
    ['a field', { name: '花子' }, { name: '華子' }, { name: { from: '花子', to: '華子' } }],
    ['a field that was empty', { name: undefined }, { name: '花子' }, { name: { from: null, to: '花子' } }],
    ['a field that nobody knew', {}, { note: '' }, { note: { from: null, to: '' } }],
    ['nothing where nothing was', { note: null }, { note: undefined }, {}],
    ['a field emptied', { note: 'あり' }, { note: null }, { note: { from: 'あり', to: null } }],
    ['nothing in a list with the same in it', { days: ['月', '火'] }, { days: ['月', '火'] }, {}],
    [
      'the order of a list',
      { days: ['月', '火'] },
      { days: ['火', '月'] },
      { days: { from: ['月', '火'], to: ['火', '月'] } },
    ],
    ['a number that is no text', { hours: 20 }, { hours: '20' }, { hours: { from: 20, to: '20' } }],
  ])('is %s', (_, before, after, changed) => {
    expect(differences(before, after)).toEqual(changed);
  });

  it('can be asked of some fields alone, in their order', () => {
    const [before, after] = [
      { a: 1, b: 2, c: 3 },
      { a: 9, b: 9, c: 9 },
    ];
    expect(changedFields(before, after, ['c', 'a'])).toEqual(['c', 'a']);
  });
});
