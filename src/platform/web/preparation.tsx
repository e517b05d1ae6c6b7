import type { FastifyInstance } from 'fastify';
import { errorText, fill, ja } from '#messages';
import { BarePage, PageHeading } from '#ui';
import { isApi } from '../http/index.js';

const AGAIN_SECONDS = 2;
/** What needs nothing that is being prepared. */
const OPEN = /^\/(assets\/|healthz(\?|$))/;

/** How far it is. */
export interface Progress {
  /** From 0 to 1. */
  readonly share: number;
  /** Month whose records are being loaded, as it is read; empty before the first. */
  readonly month: string;
}

/**
 * Stands before every route until the application has what it shows: says how far that is, and lets nobody in. The web process
 * can therefore answer while the demonstration is still being loaded.
 */
export class Preparation {
  private progress: Progress | undefined = { share: 0, month: '' };

  tell(progress: Progress): void {
    this.progress = progress;
  }

  end(): void {
    this.progress = undefined;
  }

  /** 503 to everything but assets and the question whether the process is up. */
  guard(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      if (this.progress === undefined || OPEN.test(request.url)) return;
      void reply
        .status(503)
        .header('retry-after', String(AGAIN_SECONDS))
        .header('cache-control', 'no-store')
        .type(isApi(request) ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8');
      if (isApi(request)) return reply.send({ error: { code: 'preparing', message: errorText('preparing') } });
      return reply.header('refresh', String(AGAIN_SECONDS)).send(preparationPage(this.progress));
    });
  }
}

function preparationPage({ share, month }: Progress): string {
  const words = ja.platform.preparation;
  const percent = fill(words.percent, { percent: Math.floor(share * 100) });
  return String(
    <BarePage title={words.title}>
      <PageHeading title={words.title} />
      <p>{words.about}</p>
      <p>
        <progress aria-label={words.progress} max="1" value={String(share)}>
          {percent as 'safe'}
        </progress>{' '}
        <span safe>{percent}</span>
      </p>
      <p safe>{month === '' ? '' : fill(words.reached, { month })}</p>
    </BarePage>,
  );
}
