import fc from 'fast-check';
import { duplicateLikelihood, type ComparedPerson, type DuplicateSign } from './index.js';
import type { DuplicateStrength } from './duplicates.js';

const HANAKO: ComparedPerson = {
  familyName: '見本',
  familyKana: 'ミホン',
  givenKana: 'ハナコ',
  formerName: null,
  birthDate: '1975-08-20',
  phone: '03-0000-0001',
};

describe('one person or two', () => {
  it.each<[string, Partial<ComparedPerson>, DuplicateStrength, DuplicateSign[]]>([
    ['the very same', {}, 'strong', ['same_kana', 'same_birth_date', 'same_phone']],
    [
      'written another way',
      { familyKana: 'みほん', givenKana: 'ﾊﾅｺ', phone: '０３ ００００ ０００１' },
      'strong',
      ['same_kana', 'same_birth_date', 'same_phone'],
    ],
    ['name and birth date', { phone: null }, 'strong', ['same_kana', 'same_birth_date']],
    ['only the name', { phone: null, birthDate: null }, 'possible', ['same_kana']],
    [
      'a namesake with another birth date',
      { phone: '03-0000-0002', birthDate: '1980-01-01' },
      'none',
      ['same_kana', 'different_birth_date'],
    ],
    [
      'name and phone, a birth date that differs',
      { birthDate: '1975-08-02' },
      'possible',
      ['same_kana', 'different_birth_date', 'same_phone'],
    ],
    [
      'married since',
      { familyName: '架空', familyKana: 'カクウ', formerName: '見本', phone: null },
      'strong',
      ['same_given_kana', 'former_name', 'same_birth_date'],
    ],
    [
      'married since, former name unknown',
      { familyName: '架空', familyKana: 'カクウ', phone: null },
      'possible',
      ['same_given_kana', 'same_birth_date'],
    ],
    [
      'a relative at the same phone',
      { givenKana: 'タロウ', birthDate: '1972-01-05' },
      'none',
      ['different_birth_date', 'same_phone'],
    ],
    [
      'a stranger with the same birthday',
      { familyName: '例示', familyKana: 'レイジ', givenKana: 'ジロウ', phone: null },
      'none',
      ['same_birth_date'],
    ],
  ])('%s', (_what, change, strength, signs) => {
    expect(duplicateLikelihood(HANAKO, { ...HANAKO, ...change })).toEqual({ strength, signs });
  });

  it('sees through variants of a former name', () => {
    const former = { ...HANAKO, familyName: '架空', familyKana: 'カクウ', formerName: '髙見本' };
    expect(duplicateLikelihood(former, { ...HANAKO, familyName: '高見本', familyKana: 'タカミホン' }).signs).toContain(
      'former_name',
    );
  });

  it('property: does not depend on which record comes first', () => {
    const person: fc.Arbitrary<ComparedPerson> = fc.record({
      familyName: fc.constantFrom('見本', '架空'),
      familyKana: fc.constantFrom('ミホン', 'カクウ'),
      givenKana: fc.constantFrom('ハナコ', 'タロウ'),
      formerName: fc.constantFrom(null, '見本', '架空'),
      birthDate: fc.constantFrom(null, '1975-08-20', '1980-01-01'),
      phone: fc.constantFrom(null, '', '03-0000-0001', '0300000001'),
    });
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(duplicateLikelihood(one, other)).toEqual(duplicateLikelihood(other, one));
      }),
    );
  });
});
