import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getStorageToken, type ThrottlerStorageService } from '@nestjs/throttler';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import passport from 'passport';
import { DataSource } from 'typeorm';
import { type MovableClock, movableClock } from '#kernel';
import { Connections } from '../../src/platform/database/connections.js';
import { QueueProbe } from '../../src/platform/health/queue-probe.js';
import type { StaffActor } from '#access';
import { SessionsService } from '../../src/auth/index.js';
import { LoginStrategy, SessionStrategy } from '../../src/auth/strategies.js';
import { createWeb } from '../../src/web.js';
import { DescribedAnswers } from './described-answers.js';
import { freshDatabase, type FreshDatabase, type Template } from './database.js';
import type { PostgresVersion } from './oldest-server.js';
import { BEKKEN, found, MIHON, PASSWORD } from './sites.js';

/** The day on which specs begin unless they say otherwise: a Wednesday in the middle of a fiscal year. */
export const SPEC_DAY = '2026-06-10';

const TWO_SITES: Template = {
  name: 'two_sites',
  fill: async ({ ownerUrl }) => {
    await found(ownerUrl, MIHON, BEKKEN);
  },
};

/** A person at the API: keeps the token, answers with status and parsed body. Every answer has to be one that the OpenAPI description promises. */
export class ApiUser {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string | undefined,
  ) {}

  get = (url: string): Promise<Answer> => this.send({ method: 'GET', url });
  post = (url: string, payload: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
    this.send({ method: 'POST', url, payload, headers });
  put = (url: string, payload: object = {}): Promise<Answer> => this.send({ method: 'PUT', url, payload });
  patch = (url: string, payload: object = {}): Promise<Answer> => this.send({ method: 'PATCH', url, payload });
  delete = (url: string): Promise<Answer> => this.send({ method: 'DELETE', url });

  private async send(options: InjectOptions): Promise<Answer> {
    const headers = {
      ...options.headers,
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
    };
    const response: LightMyRequestResponse = await this.app.inject({
      ...options,
      headers,
      url: `/api/v1${String(options.url)}`,
    });
    const body = response.body === '' ? undefined : JSON.parse(response.body);
    (await DescribedAnswers.of(this.app)).check(
      String(options.method),
      `/api/v1${String(options.url)}`,
      response.statusCode,
      body,
    );
    return { status: response.statusCode, body };
  }
}

export interface Answer {
  readonly status: number;
  readonly body: ParsedJson;
}

/**
 * An answer of whatever shape its endpoint has, typed as `JSON.parse` types it: the assertion is what looks at the shape. A type of
 * its own would ask nearly a hundred specs to prove each step into an answer before they assert it, and would prove nothing.
 */
type ParsedJson = ReturnType<typeof JSON.parse>;

export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly clock: MovableClock;
  readonly database: FreshDatabase;
  /** Looks past every policy, to assert what was really stored. */
  readonly owner: DataSource;
  readonly anonymous: ApiUser;
  /** Opens it to a browser, and answers where. */
  listen(): Promise<string>;
  /** Acts at the services themselves, in a session of theirs. */
  actor(login: string): Promise<StaffActor>;
  /** Signs in through the API; the same login answers the same user for the day. */
  as(login: string): Promise<ApiUser>;
  close(): Promise<void>;
}

/** An application that a worker keeps from spec to spec: to make one costs more than most specs take. */
interface KeptApplication {
  readonly app: NestFastifyApplication;
  readonly clock: MovableClock;
  /** Name of its database: each spec finds another under the same name. */
  readonly databaseName: string;
}

let idle: KeptApplication | undefined;

/**
 * The real application over a real database of its own with two sites (見本市, 別見市) and nobody registered.
 * @param options own: for a spec that changes the application itself, as by a handler of its own; it ends with the spec.
 *   postgres: another server than the embedded one, to which the application is its own as well. logsRequests and poolSize, of one's own: as an
 *   installation does
 */
export async function startApplication(
  day: string = SPEC_DAY,
  {
    postgres = 18,
    own = postgres !== 18,
    logsRequests = false,
    poolSize = 4,
  }: {
    readonly own?: boolean;
    readonly postgres?: PostgresVersion;
    readonly logsRequests?: boolean;
    readonly poolSize?: number;
  } = {},
): Promise<TestApplication> {
  const kept = own ? undefined : idle;
  if (kept !== undefined) idle = undefined;
  const database = await freshDatabase(TWO_SITES, kept?.databaseName, postgres);
  const { app, clock } =
    kept === undefined ? await makeApplication(database, day, { logsRequests, poolSize }) : await wake(kept, day);
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const users = new Map<string, ApiUser>();
  const anonymous = new ApiUser(app, undefined);
  const t: TestApplication = {
    app,
    clock,
    database,
    owner,
    anonymous,
    async as(login) {
      // A session does not outlast the days that a spec lets pass.
      const key = `${login} ${clock.today()}`;
      const known = users.get(key);
      if (known) return known;
      const { status, body } = await anonymous.post('/sessions', { login, password: PASSWORD });
      if (status !== 201) throw new Error(`${login} could not sign in: ${JSON.stringify(body)}`);
      const user = new ApiUser(app, body.token);
      users.set(key, user);
      return user;
    },
    async actor(login) {
      const { token } = await t.as(login);
      const signedIn = await app.get(SessionsService).find(token ?? '');
      if (!signedIn) throw new Error(`${login} has no session`);
      return signedIn.actor;
    },
    async listen() {
      const server = app.getHttpServer();
      if (!server.listening) await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    async close() {
      await owner.destroy();
      await (own ? app.close() : rest({ app, clock, databaseName: database.name }));
      await database.drop();
    },
  };
  return t;
}

async function makeApplication(
  database: FreshDatabase,
  day: string,
  { logsRequests, poolSize }: { readonly logsRequests: boolean; readonly poolSize: number },
): Promise<Omit<KeptApplication, 'databaseName'>> {
  const clock = movableClock(day);
  const cookieSecret = 'for-specs-only-for-specs-only-32';
  const app = await createWeb({
    root: resolve('.'),
    database,
    cookieSecret,
    clock,
    poolSize,
    logsRequests,
  });
  return { app, clock };
}

/** The kept application on its new database, as one that has just started. */
async function wake(kept: KeptApplication, day: string): Promise<KeptApplication> {
  kept.clock.set(day);
  await kept.app.get(DataSource).initialize();
  // Passport keeps one strategy of a name for the whole process: that of the application made last.
  passport.use('login', kept.app.get(LoginStrategy));
  passport.use('token', kept.app.get(SessionStrategy));
  return kept;
}

/** Nothing of the spec stays: no connection, no count of attempts. A second one, of a spec that ran two at once, ends. */
async function rest(kept: KeptApplication): Promise<void> {
  if (idle !== undefined) return kept.app.close();
  await kept.app.get(QueueProbe).close();
  await kept.app.get(Connections).close();
  await kept.app.get(DataSource).destroy();
  kept.app.get<ThrottlerStorageService>(getStorageToken()).onApplicationShutdown();
  kept.app.get<ThrottlerStorageService>(getStorageToken()).storage.clear();
  const server = kept.app.getHttpServer();
  server.closeAllConnections();
  server.unref();
  idle = kept;
}
