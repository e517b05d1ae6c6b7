import { hash, verify } from '@node-rs/argon2';
import { ConcurrencyLimiter } from './concurrency-limiter.js';

/** What a guess costs. It is kept with the hash: a check costs what the hash was made with. */
export interface HashCost {
  /** KiB */
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** 64 MB and three passes of argon2id (the package's default), as OWASP recommends for interactive sign-in. */
const INTERACTIVE: HashCost = { memoryCost: 65_536, timeCost: 3 };

/**
 * Each check holds its 64 MB and one of the four threads that node also reads files and resolves names with. When a whole office
 * signs in at nine, two are checked at a time: memory stays bounded, and pages already open are answered in between.
 */
const AT_ONCE = 2;
const limiter = new ConcurrencyLimiter(AT_ONCE);

export function hashPassword(password: string, cost: HashCost = INTERACTIVE): Promise<string> {
  return limiter.run(() => hash(password.normalize('NFKC'), { parallelism: 1, ...cost }));
}

export function passwordMatches(stored: string, password: string): Promise<boolean> {
  return limiter.run(() => verify(stored, password.normalize('NFKC')));
}

let unknownLoginHash: Promise<string> | undefined;

/** Spends the time of a real check, so that an unknown login cannot be told from a wrong password by the clock. */
export async function checkUnknownLogin(password: string): Promise<void> {
  unknownLoginHash ??= hashPassword('no such person');
  await passwordMatches(await unknownLoginHash, password);
}
