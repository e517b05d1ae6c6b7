import { PASSWORD_MAX, passwordProblems } from './index.js';

const codes = (password: string, more: { login?: string; current?: string } = {}) =>
  passwordProblems('password', { password, login: 'caseworker', ...more }).map(({ code }) => code);

describe('a password', () => {
  it.each<[string, string, string[]]>([
    ['twelve characters', 'asa-no-kumo-1', []],
    ['Japanese characters count one each', 'あさのくもはしろくたかくある', []],
    ['eleven', 'asa-no-kumo', ['too_short']],
    ['endless', 'ab'.repeat(PASSWORD_MAX), ['too_long']],
    ['one key held down', 'aaaaaaaaaaaaaa', ['password_too_simple']],
    ['the login inside', 'my-Caseworker-1', ['password_holds_login']],
  ])('%s', (_what, password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  it('is another than the one in use', () => {
    expect(codes('asa-no-kumo-1', { current: 'asa-no-kumo-1' })).toEqual(['password_unchanged']);
  });
});
