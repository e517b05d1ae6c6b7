import { newPasswordProblems } from './new-password.js';

const codes = (password: string, login = 'caseworker'): string[] =>
  newPasswordProblems('password', { password, login }).map(({ code }) => code);

describe('a password that is chosen', () => {
  it.each(['password1234', 'P@ssw0rd12345', 'qwertyuiop12', '123456789012', 'iloveyou2026'])(
    'is none of those that leaked, nor made of one: %s',
    (password) => expect(codes(password)).toEqual(['password_common']),
  );

  it.each(['asa-no-kumo-1', 'mihon-no-kotoba', 'あさのくもはしろくたかくある', 'another-password'])(
    'may be words of one’s own: %s',
    (password) => expect(codes(password)).toEqual([]),
  );

  it('keeps to the rule first, with one sentence for one thing', () => {
    expect(codes('password')).toEqual(['too_short']);
    expect(codes('caseworker-12345')).toEqual(['password_holds_login']);
  });

  it('is looked up within a moment, however long it is', () => {
    expect(codes('x1'.repeat(100))).toEqual(['password_too_simple']);
    expect(codes('xyzab'.repeat(40))).toEqual(['password_common']);
  });
});
