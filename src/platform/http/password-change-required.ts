import { Forbidden } from '#kernel';

/** The password was given by somebody else; nothing is allowed until its holder has chosen one. */
export class PasswordChangeRequired extends Forbidden {
  constructor() {
    super('own_account');
  }
}
