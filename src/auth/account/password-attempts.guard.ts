import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Unauthenticated } from '#kernel';
import type { WebRequest } from '../../platform/http/index.js';

/**
 * Attempts to change one's own password, counted for each person, at the page and the API together: whoever sits down at a
 * colleague's screen guesses the current one no faster, and an office behind one address shares nothing.
 */
@Injectable()
export class PasswordAttemptsGuard extends ThrottlerGuard {
  protected override getTracker({ signedIn }: WebRequest): Promise<string> {
    // The guard of the whole application comes first and lets nobody in who is not signed in.
    if (!signedIn) throw new Unauthenticated('unauthenticated');
    return Promise.resolve(signedIn.actor.staffId);
  }

  protected override generateKey(_: ExecutionContext, staffId: string): string {
    return `own password ${staffId}`;
  }
}
