import { Inject, Injectable } from '@nestjs/common';
import { getStorageToken, type ThrottlerStorage } from '@nestjs/throttler';
import type { StaffActor } from '#access';
import { DomainError, Unauthenticated } from '#kernel';
import {
  FormExpired,
  type FormHolder,
  formHolderOf,
  IN_PLACE,
  isFormOfPresentSession,
  SignInAgain,
  type SignedIn,
  type WebReply,
  type WebRequest,
} from '../platform/http/index.js';
import { deviceOf, keepDevice } from './known-device.js';
import { keepSession } from './session-cookie.js';
import { SIGN_IN_LIMIT } from './session-policy.js';
import { SessionsService } from './sessions.service.js';
import { tokenOf } from './strategies.js';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/**
 * As whom a form is taken: as the one it was made for, who may have to give the password again, in place. What one person
 * typed is never saved as another, whoever has signed in at the desk since.
 */
@Injectable()
export class FormSender {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(getStorageToken()) private readonly attempts: ThrottlerStorage,
  ) {}

  /**
   * @param present who is signed in, if anybody
   * @throws FormExpired when the form is none of their session; SignInAgain when that is not the one the form was made for, and no
   * password, or a wrong one, came with it
   */
  async identify(request: WebRequest, reply: WebReply, present: SignedIn | undefined): Promise<SignedIn> {
    const credentials = takeCredentials(request);
    const holder = formHolderOf(request);
    if (present && (holder === undefined || holder.staffId === present.actor.staffId)) {
      if (isFormOfPresentSession(request)) return present;
      // Made before the sign-in, or in another session: nothing is done, and one press sends it in this one. A password beside it is proof enough.
      if (credentials === undefined) throw new FormExpired();
    }
    const account = holder && (await this.sessions.account(holder.staffId));
    const details = { holder: account?.name, present: present?.actor.name };
    if (credentials === undefined) throw new SignInAgain(details);
    try {
      const signedIn = await this.signIn(
        { ...credentials, login: account?.login ?? credentials.login },
        holder,
        request,
        reply,
      );
      const left = tokenOf(request);
      if (left !== undefined) await this.sessions.close(left);
      return signedIn;
    } catch (error) {
      if (error instanceof Unauthenticated) throw new SignInAgain({ ...details, refused: error });
      throw error;
    }
  }

  /**
   * A form is saved at the site it was opened at or not at all: after a change of site in another window, a person would be registered at the wrong one.
   *
   * @throws DomainError `form_of_another_site`
   */
  assertSameSite(request: WebRequest, { siteId }: StaffActor): void {
    const holder = formHolderOf(request);
    if (holder !== undefined && holder.siteId !== siteId) throw new DomainError('form_of_another_site');
  }

  private async signIn(
    { login, password }: Credentials,
    holder: FormHolder | undefined,
    request: WebRequest,
    reply: WebReply,
  ): Promise<SignedIn> {
    const { limit, ttl } = SIGN_IN_LIMIT;
    const { isBlocked } = await this.attempts.increment(`sign-in-in-place ${request.ip}`, ttl, limit, ttl, 'default');
    if (isBlocked) throw new Unauthenticated('too_many_requests');
    const device = deviceOf(request);
    const staffId = await this.sessions.verify(login, password, { address: request.ip, device });
    const token = await this.sessions.open(staffId, 'browser', holder?.siteId ?? null);
    const signedIn = await this.sessions.find(token);
    if (!signedIn) throw new Unauthenticated('no_site_today');
    keepSession(reply, token);
    request.openedInPlace = token;
    keepDevice(reply, await this.sessions.knowDevice(staffId, device));
    return signedIn;
  }
}

/** Login and password given in place; they leave the form, so that nothing behind this sees them. */
function takeCredentials({ body }: WebRequest): Credentials | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Record<string, unknown>;
  const { [IN_PLACE.login]: login, [IN_PLACE.password]: password } = fields;
  delete fields[IN_PLACE.login];
  delete fields[IN_PLACE.password];
  if (typeof password !== 'string') return undefined;
  return { login: typeof login === 'string' ? login : '', password };
}
