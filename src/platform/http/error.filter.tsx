import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Unauthenticated } from '#kernel';
import { log } from '../logging/index.js';
import { describeError } from './error-body.js';
import { errorPage } from './error-page.js';
import { PasswordChangeRequired } from './password-change-required.js';
import { isApi, type WebReply, type WebRequest } from './web-request.js';

/** Every error that reaches the edge: JSON under /api, a page elsewhere, the log when nobody expected it. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const reply = http.getResponse<WebReply>();
    const { status, body, expected } = describeError(error);
    // Only the route pattern is logged: the address itself may hold a name that was searched for.
    if (!expected) log.error({ err: error, route: request.routeOptions?.url, method: request.method }, 'unexpected error');
    if (reply.sent) return;
    if (isApi(request)) {
      // A route that answers a file has set the file's type already.
      void reply.status(status).type('application/json; charset=utf-8').send(body);
    } else if (error instanceof Unauthenticated && request.method === 'GET') {
      void reply.status(303).header('location', `/sign-in?next=${encodeURIComponent(request.url)}`).send('');
    } else if (error instanceof PasswordChangeRequired && request.method === 'GET') {
      void reply.status(303).header('location', '/account').send('');
    } else {
      void reply.status(status).type('text/html; charset=utf-8').send(errorPage(body));
    }
  }
}
