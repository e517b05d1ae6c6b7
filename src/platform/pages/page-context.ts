import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { Unauthenticated } from '#kernel';
import { formToken, type SignedIn, type WebReply, type WebRequest } from '../http/index.js';

/** What every page for a signed-in person is rendered with. */
export interface PageContext {
  readonly actor: StaffActor;
  readonly signedIn: SignedIn;
  /** For every form on the page: proves that the form is ours, and says for whom it was made. */
  readonly csrfToken: string;
  /** A fresh key for the form on this page. */
  readonly idempotencyKey: string;
  /** Path of the page, without the query; marks the current entry of the menu. */
  readonly path: string;
  /** Whether it answers a form that was sent and not taken: what was typed is on the page and saved nowhere. */
  readonly isFormShownAgain: boolean;
  /** Code of the notice to show, from the address. */
  readonly flash: string | undefined;
}

export const ForPage = createParamDecorator((_: unknown, context: ExecutionContext): PageContext => {
  const http = context.switchToHttp();
  const request = http.getRequest<WebRequest>();
  const reply = http.getResponse<WebReply>();
  const { signedIn } = request;
  if (!signedIn) throw new Unauthenticated('unauthenticated');
  const address = new URL(request.url, 'http://page');
  return {
    actor: signedIn.actor,
    signedIn,
    csrfToken: formToken(reply, signedIn.actor),
    idempotencyKey: uuid(),
    path: address.pathname,
    isFormShownAgain: request.method === 'POST',
    flash: address.searchParams.get('flash') ?? undefined,
  };
});
