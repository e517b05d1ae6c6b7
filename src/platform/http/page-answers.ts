import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Observable, map } from 'rxjs';
import type { WebReply } from './web-request.js';

/** A page to show. */
export class Html {
  constructor(
    readonly markup: string,
    readonly status = 200,
  ) {}
}

/** Done; look there (303, so that reloading does not send again). */
export class SeeOther {
  constructor(readonly location: string) {}
}

/** `code` is shown as a notice on the next page (messages: flash). */
export function seeOther(path: string, flash?: string): SeeOther {
  if (flash === undefined) return new SeeOther(path);
  const [address = '', fragment] = path.split('#');
  const joined = `${address}${address.includes('?') ? '&' : '?'}flash=${encodeURIComponent(flash)}`;
  return new SeeOther(fragment === undefined ? joined : `${joined}#${fragment}`);
}

/** Turns what page controllers return into HTTP. */
@Injectable()
export class PageAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<WebReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Html) {
          void reply.status(answer.status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
          return answer.markup;
        }
        if (answer instanceof SeeOther) {
          void reply.status(303).header('location', answer.location);
          return '';
        }
        return answer;
      }),
    );
  }
}
