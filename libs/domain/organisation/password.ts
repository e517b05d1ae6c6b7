import type { FieldError } from '#kernel';

/** Length asked of a password (パスワードの最短の長さ), in characters; long beats complicated. */
export const PASSWORD_MIN = 12;
/** How long a password lasts that an administrator gave instead of a forgotten one; hours. */
export const TEMPORARY_PASSWORD_HOURS = 72;
export const PASSWORD_MAX = 200;

/** A password of fewer different characters is guessed in the first attempts ('aaaaaaaaaaaa'). */
const DIFFERENT_CHARACTERS_MIN = 5;

export interface NewPassword {
  readonly password: string;
  readonly login: string;
  /** The one in use, where it is known. */
  readonly current?: string;
}

/** Problems of a password somebody wants to use, named at `field`. */
export function passwordProblems(field: string, { password, login, current }: NewPassword): FieldError[] {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < PASSWORD_MIN) return [{ field, code: 'too_short', params: { min: PASSWORD_MIN } }];
  if (characters.length > PASSWORD_MAX) return [{ field, code: 'too_long', params: { max: PASSWORD_MAX } }];
  if (password === current) return [{ field, code: 'password_unchanged' }];
  if (new Set(characters).size < DIFFERENT_CHARACTERS_MIN) return [{ field, code: 'password_too_simple' }];
  return password.toLowerCase().includes(login.toLowerCase()) ? [{ field, code: 'password_holds_login' }] : [];
}
