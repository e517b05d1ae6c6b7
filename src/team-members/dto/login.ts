import { buildMessage, ValidateBy } from 'class-validator';

export const LOGIN_PATTERN = '^[a-z0-9][a-z0-9._-]{2,49}$';

/** ログインID: small letters, digits and `. _ -`, so that it reads the same on every keyboard. */
export function IsLogin(): PropertyDecorator {
  const login = new RegExp(LOGIN_PATTERN);
  return ValidateBy({
    name: 'login_form',
    validator: {
      validate: (value) => typeof value === 'string' && login.test(value),
      defaultMessage: buildMessage(() => 'login_form'),
    },
  });
}
