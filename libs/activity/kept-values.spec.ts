import type { AnyActivity } from './registry.js';
import { keptChanges } from './kept-values.js';

const edited = (changes: AnyActivity['changes'], jobseekerId?: string): AnyActivity => ({
  kind: 'jobseeker.edited',
  subject: { type: 'jobseeker', id: 'x' },
  ...(jobseekerId === undefined ? {} : { jobseekerId }),
  ...(changes === undefined ? {} : { changes }),
});

describe('what the audit keeps of an edit', () => {
  it.each([
    ['protectedUntil', null, '2027-05-31'],
    ['status', 'active', 'suspended'],
    ['deskId', 3, null],
    ['categories', ['plan', 'contact'], ['plan']],
    ['accompaniedBy', null, '018f3a52-7d1c-7cc0-8b9e-1f2a3b4c5d6e'],
  ])('of a person: %s with old and new', (field, from, to) => {
    expect(keptChanges(edited({ [field]: { from, to } }, 'p'))).toEqual({ [field]: { from, to } });
  });

  it.each([
    ['familyName', '架空', '見本'],
    ['phone', '090-0000-0000', null],
    ['address', null, '見本市一丁目'],
    ['birthDate', '1990-01-01', '1990-01-02'],
    ['ownNote', 'ab', 'cd'],
    ['goal', 'work', 'rest'],
    ['status', 'active', '本人が書いた文'],
    ['result', null, { text: '面接の感想' }],
  ])('of a person: that %s changed, and no more', (field, from, to) => {
    expect(keptChanges(edited({ [field]: { from, to } }, 'p'))).toEqual({ [field]: null });
  });

  it('of what is about no person: all of it', () => {
    const changes = { name: { from: '北支所', to: '南支所' } };
    expect(keptChanges(edited(changes))).toEqual(changes);
    expect(keptChanges(edited(undefined))).toEqual({});
  });
});
