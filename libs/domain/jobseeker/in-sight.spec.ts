import { fieldsInSight, outOfSightProblems } from './index.js';

const PERSON = {
  familyName: '見本',
  birthDate: null,
  safeContact: '娘さんの携帯',
  householdNote: null,
  healthNote: '通院',
};

describe('fields of a person that another organisation wrote', () => {
  it('are those of the categories it gave', () => {
    expect(fieldsInSight(PERSON, new Set(['identity', 'contact']))).toEqual({
      familyName: '見本',
      birthDate: null,
      safeContact: '娘さんの携帯',
    });
  });

  it('are not written over unseen', () => {
    expect(outOfSightProblems(PERSON, new Set(['identity']))).toEqual([
      { field: 'safeContact', code: 'not_shared' },
      { field: 'healthNote', code: 'not_shared' },
    ]);
    expect(outOfSightProblems({ ...PERSON, safeContact: null, healthNote: null }, new Set(['identity']))).toEqual([]);
  });
});
