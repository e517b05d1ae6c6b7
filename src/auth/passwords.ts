import argon2 from 'argon2';

/** argon2id with 64 MB and three passes, as OWASP recommends for interactive sign-in. */
const OPTIONS = { type: argon2.argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password.normalize('NFKC'), OPTIONS);
}

export function passwordMatches(hash: string, password: string): Promise<boolean> {
  return argon2.verify(hash, password.normalize('NFKC'));
}

let stranger: Promise<string> | undefined;

/** Spends the time of a real check, so that an unknown login cannot be told from a wrong password by the clock. */
export async function pretendToCheck(password: string): Promise<void> {
  stranger ??= hashPassword('no such person');
  await passwordMatches(await stranger, password);
}
