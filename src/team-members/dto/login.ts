import { valueRule } from '../../platform/http/index.js';

export const LOGIN_PATTERN = '^[a-z0-9][a-z0-9._-]{2,49}$';

/** ログインID: small letters, digits and `. _ -`, so that it reads the same on every keyboard. */
export function IsLogin(): PropertyDecorator {
  const login = new RegExp(LOGIN_PATTERN);
  return valueRule(
    'login_form',
    { type: 'string', pattern: LOGIN_PATTERN },
    (value) => typeof value === 'string' && login.test(value),
  );
}
