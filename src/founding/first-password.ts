import { randomBytes } from 'node:crypto';

const BYTES = 15;

/** A password to be handed over and changed at the first sign-in: 20 characters nobody chose. */
export function firstPassword(): string {
  return randomBytes(BYTES).toString('base64url');
}
