import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
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
 * signs in at nine, two are checked at a time, and one core stays for pages that are open already.
 */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** Who comes behind so many would wait for longer than a browser does. */
const MOST_WAITING = 60;
const limiter = new ConcurrencyLimiter(AT_ONCE, MOST_WAITING);

export function hashPassword(password: string, cost: HashCost = INTERACTIVE): Promise<string> {
  return limiter.run(() => hash(password.normalize('NFKC'), { parallelism: 1, ...cost }));
}

/** Looks like a hash of the cost above, and is that of no password: a salt and a digest of zeros. */
const NOBODYS = `$argon2id$v=19$m=${INTERACTIVE.memoryCost},t=${INTERACTIVE.timeCost},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Checking what somebody gave as a password: the one dear thing that strangers may ask for. */
@Injectable()
export class PasswordChecks {
  /**
   * A place in the waiting line while `work` runs, taken before anything is counted: whoever is sent away has not tried. Nothing is held on to while
   * waiting, no connection and no transaction.
   * @throws ServiceUnavailableException (503, Retry-After) when the line is full
   */
  inLine<T>(work: () => Promise<T>): Promise<T> {
    return limiter.admit(work);
  }

  /**
   * @param stored null for a login that nobody has: it takes the time of a real check, so that it cannot be told from a wrong
   * password by the clock
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const isRight = await limiter.run(() => verify(stored ?? NOBODYS, password.normalize('NFKC')));
    return isRight && stored !== null;
  }
}
