import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Unauthenticated } from '#kernel';
import { ja } from '#messages';
import { log } from '../logging/index.js';
import { describeError, type Described } from './error-body.js';
import { errorPage } from './error-page.js';
import { FormExpired, formHolderOf, formToken } from './form-token.js';
import { isFromOwnPage, keptForm, pageBefore } from './kept-form.js';
import { PasswordChangeRequired } from './password-change-required.js';
import { refusedFormPage } from './refused-form-page.js';
import { RouteDeclarations } from './route-declarations.js';
import { SignInAgain } from './sign-in-again.js';
import { isApi, type WebReply, type WebRequest } from './web-request.js';

/** A server that restarts is back by then. */
const RETRY_AFTER_SECONDS = '5';

/** Every error that reaches the edge: JSON under /api, a page elsewhere, the log when nobody expected it. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly routes: RouteDeclarations) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const reply = http.getResponse<WebReply>();
    const described = describeError(error);
    const { status, body, expected, missingType } = described;
    // Only the route pattern is logged: the address itself may hold a name that was searched for, the body what was typed.
    const { method } = request;
    const route = request.routeOptions?.url;
    if (!expected) log.error({ err: error, request: request.id, route, method }, 'unexpected error');
    if (missingType !== undefined)
      log.warn({ sqlState: missingType, request: request.id, route, method }, 'a value without a type');
    if (reply.sent) return;
    if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (isApi(request)) {
      // A route that answers a file has set the file's type already.
      void reply.status(status).type('application/json; charset=utf-8').send(body);
    } else if (error instanceof Unauthenticated && request.method === 'GET') {
      void reply
        .status(303)
        .header('location', `/sign-in?next=${encodeURIComponent(request.url)}`)
        .send('');
    } else if (error instanceof PasswordChangeRequired && request.method === 'GET') {
      void reply.status(303).header('location', '/account').send('');
    } else {
      const page = this.formHandedBack(error, described, request, reply) ?? errorPage(body);
      void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
    }
  }

  /** The last resort against losing what was typed, where the page that holds the form could not show it again. */
  private formHandedBack(
    error: unknown,
    { status, body: { error: described } }: Described,
    request: WebRequest,
    reply: WebReply,
  ): string | undefined {
    const route = this.routes.find(request.method, request.routeOptions?.url);
    if (request.method !== 'POST' || route === undefined) return undefined;
    // The token has proved every other form to be ours.
    if (error instanceof FormExpired && !isFromOwnPage(request)) return undefined;
    const form = keptForm(request);
    if (form === undefined) return undefined;
    const { access } = route;
    const isOtherContent = described.code === 'idempotency_conflict';
    return refusedFormPage({
      error: described,
      // What the old key saved stays; whoever sends this on after all makes a record of its own.
      form: isOtherContent ? { ...form, fields: { ...form.fields, _key: uuid() } } : form,
      does: access !== undefined && 'permission' in access ? ja.access.permissions[access.permission] : undefined,
      csrfToken: formToken(reply, formHolderOf(request)),
      back: pageBefore(request),
      signIn: error instanceof SignInAgain ? error.details : undefined,
      mayHelpAgain:
        isOtherContent ||
        status >= 500 ||
        ['form_expired', 'form_of_another_site', 'too_many_requests', 'password_change_required'].includes(
          described.code,
        ),
    });
  }
}
