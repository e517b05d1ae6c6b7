import { Blocked, DomainError, Forbidden, InvalidInput, NotFound, StaleEdit, Unauthenticated } from './errors.js';

describe('errors of the trade', () => {
  it('carry a code and are told apart by class', () => {
    const errors = [
      new InvalidInput([{ field: 'kanaName', code: 'not_kana' }]),
      new Blocked([{ code: 'not_in_this_state' }]),
      new NotFound('jobseeker'),
      new Forbidden('case.read'),
      new StaleEdit({ changedBy: '架空 太郎', changedAt: new Date('2026-04-01T00:30:00Z'), currentVersion: 4 }),
      new Unauthenticated('locked_out'),
    ];
    expect(errors.map(({ code }) => code)).toEqual([
      'invalid_input',
      'blocked',
      'not_found',
      'forbidden',
      'stale_edit',
      'locked_out',
    ]);
    expect(errors.map(({ name }) => name)).toEqual([
      'InvalidInput',
      'Blocked',
      'NotFound',
      'Forbidden',
      'StaleEdit',
      'Unauthenticated',
    ]);
    for (const error of errors) expect(error).toBeInstanceOf(DomainError);
  });

  it('say who changed a record and when, in Japanese time, but not in the log line', () => {
    const error = new StaleEdit({
      changedBy: '架空 太郎',
      changedAt: new Date('2026-04-01T00:30:00Z'),
      currentVersion: 4,
    });
    expect(error.params).toEqual({ changedBy: '架空 太郎', changedAt: '令和8年4月1日 09:30', currentVersion: 4 });
    expect(error.message).toBe('stale edit: version is now 4');
  });
});
