import type { LightMyRequestResponse } from 'fastify';
import type { TestApplication } from '../../support/application.js';
import { PASSWORD } from '../../support/sites.js';

/** What came back, as far as a curious reader could use it. */
export interface Seen {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

export interface Attempt {
  readonly method: string;
  readonly url: string;
  /** Sent as JSON under /api, as a form elsewhere; a text as it is. */
  readonly payload?: Readonly<Record<string, unknown>> | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who tries doors: with the bearer token under /api, with cookies and the form's token elsewhere. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrfToken = '';
  private token: string | undefined;

  private constructor(
    private readonly t: TestApplication,
    readonly name: string,
  ) {}

  /** Nobody in particular; has looked at the sign-in page, so that only the missing session stops them. */
  static async anonymous(t: TestApplication): Promise<Visitor> {
    const visitor = new Visitor(t, 'anonymous');
    const { body } = await visitor.send({ method: 'GET', url: '/sign-in' });
    visitor.csrfToken = csrfTokenIn(body);
    return visitor;
  }

  static async signedIn(t: TestApplication, login: string): Promise<Visitor> {
    const visitor = new Visitor(t, login);
    visitor.csrfToken = (await Visitor.anonymous(t)).lend(visitor);
    const { status } = await visitor.send({ method: 'POST', url: '/sign-in', payload: { login, password: PASSWORD } });
    if (status !== 303) throw new Error(`${login} could not sign in to the pages: ${status}`);
    // A token of before is none of this session.
    visitor.csrfToken = csrfTokenIn((await visitor.send({ method: 'GET', url: '/account' })).body);
    const { status: opened, body } = await t.anonymous.post('/sessions', { login, password: PASSWORD });
    if (opened !== 201) throw new Error(`${login} could not sign in to the interface: ${opened}`);
    visitor.token = body.token;
    return visitor;
  }

  /** A machine: a token at the interface, nobody at the pages. */
  static machine(t: TestApplication, name: string, token: string | undefined): Visitor {
    const visitor = new Visitor(t, name);
    visitor.token = token;
    return visitor;
  }

  async send({ method, url, payload, headers = {} }: Attempt): Promise<Seen> {
    const isApi = url.startsWith('/api');
    const response: LightMyRequestResponse = await this.t.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(isApi ? this.bearer() : this.asBrowser()), ...contentType(isApi, payload), ...headers },
      ...(payload === undefined ? {} : { payload: sentAs(isApi, payload) }),
    });
    if (!isApi) for (const { name, value } of response.cookies) this.cookies.set(name, value);
    return { status: response.statusCode, location: String(response.headers.location ?? ''), body: response.body };
  }

  /** The cookies as a header, for sending them where they do not belong. */
  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  }

  private bearer(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  private asBrowser(): Record<string, string> {
    return { cookie: this.cookieHeader(), 'x-csrf-token': this.csrfToken };
  }

  private lend(other: Visitor): string {
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return this.csrfToken;
  }
}

const csrfTokenIn = (page: string): string => /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';

function sentAs(isApi: boolean, payload: NonNullable<Attempt['payload']>): string {
  if (typeof payload === 'string') return payload;
  return isApi ? JSON.stringify(payload) : formOf(payload);
}

function contentType(isApi: boolean, payload: Attempt['payload']): Record<string, string> {
  if (payload === undefined) return {};
  return { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' };
}

function formOf(payload: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(payload).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();
}
