import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#access';

/** Who is signed in, as the session knows them; `actor` is what the rules need, the rest is for the page's header. */
export interface SignedIn {
  readonly actor: StaffActor;
  readonly title: string;
  readonly siteName: string;
  /** `personal`: a token for oneself; `machine`: one of a machine's account (`actor.machine`). */
  readonly sessionKind: 'browser' | 'api' | 'personal' | 'machine';
  readonly sessionId: string;
  /** The password was given by an administrator: nothing else until it is one's own. */
  readonly mustChangePassword: boolean;
  /** Lines of お知らせ to be read, for the head of every page. */
  readonly unreadNotices: number;
}

export interface WebRequest extends FastifyRequest {
  actor?: StaffActor;
  signedIn?: SignedIn;
  /** Token of the session that a password given in place has opened; the browser shows it from the next request on. */
  openedInPlace?: string;
}

export type WebReply = FastifyReply;

/** Requests under /api are answered in JSON, all others with pages. */
export const isApi = (request: { url: string }): boolean => request.url === '/api' || request.url.startsWith('/api/');
