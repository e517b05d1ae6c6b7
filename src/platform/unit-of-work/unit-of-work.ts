import { Inject, Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Actor, StaffActor } from '#access';
import { type Clock, DomainError, Unauthenticated } from '#kernel';
import { Connections } from '../database/connections.js';
import { type IdempotencyKeyParts, parseIdempotencyKey } from './idempotency-key.js';
import { type Reading, sessionEntry, workerEntry } from './context-statement.js';
import { asBlocked } from './as-blocked.js';
import { sessionKeyOf } from './session-key.js';
import { Transaction } from './transaction.js';
import { writeRecords } from './write-records.js';

export const CLOCK = Symbol('clock');

/** Going to and fro between the pages of one person is one opening. */
const OPENED_ONCE_WITHIN = '15 minutes';

export interface WriteOptions {
  /**
   * From the form or the Idempotency-Key header, with what was sent: the same key with the same content answers the first result
   * again and writes nothing; with other content it is refused.
   */
  readonly idempotencyKey?: string | undefined;
  /** Names the use case in the idempotency table and in errors, for example `consultation.log`. */
  readonly purpose: string;
}

/**
 * Owns the writer. Every query runs in a transaction that carries the actor; what a use case recorded (timeline, audit,
 * outbox) is written before the same commit, so that a fact and its traces are there together or not at all.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly connections: Connections,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** Reads as the actor. What may not be opened unnoticed is answered only once it is on the audit record. */
  async read<T, A extends Actor>(actor: A, use: (tx: Transaction<A>) => Promise<T>): Promise<T> {
    const { result, opened } = await this.transact(actor, { isReadOnly: true }, async (tx) => ({
      result: await use(tx),
      opened: tx.opened,
    }));
    if (opened.size > 0 && actor.kind === 'staff') await this.auditOpenings(actor, [...opened]);
    return result;
  }

  private async auditOpenings(actor: Actor, jobseekerIds: readonly string[]): Promise<void> {
    await this.transact(actor, {}, (tx) =>
      tx.sql('SELECT audit_openings($1::uuid[], $2::interval)', [jobseekerIds, OPENED_ONCE_WITHIN]),
    );
  }

  /** Computes at site scope under the reporting role: every row of the site, none of the columns that name a person. */
  async report<T, A extends Actor>(actor: A, use: (tx: Transaction<A>) => Promise<T>): Promise<T> {
    return this.transact(actor, { reading: 'for_site', isReadOnly: true }, use);
  }

  /** A use case that writes. `use` returns what a repeat with the same key is to be answered. */
  async write<T, A extends Actor>(
    actor: A,
    options: WriteOptions,
    use: (tx: Transaction<A>) => Promise<T>,
  ): Promise<T> {
    return this.transact(actor, {}, async (tx) => {
      if (!options.idempotencyKey || actor.kind !== 'staff') {
        const result = await use(tx);
        await writeRecords(tx);
        return result;
      }
      const sent = parseIdempotencyKey(options.idempotencyKey, actor.machine?.accountId);
      const claimed = await tx.sql(
        'INSERT INTO idempotency_key (staff_id, key, purpose, content) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key',
        [actor.staffId, sent.key, options.purpose, sent.content],
      );
      if (claimed.length === 0) return this.firstResult<T>(tx, actor.staffId, sent, options.purpose);
      const result = await use(tx);
      await tx.sql('UPDATE idempotency_key SET result = $3 WHERE staff_id = $1 AND key = $2', [
        actor.staffId,
        sent.key,
        JSON.stringify(result ?? null),
      ]);
      await writeRecords(tx);
      return result;
    });
  }

  private async firstResult<T>(
    tx: Transaction,
    staffId: string,
    { key, content }: IdempotencyKeyParts,
    purpose: string,
  ): Promise<T> {
    const [first] = await tx.sql<{ purpose: string; content: string | null; result: T }>(
      'SELECT purpose, content, result FROM idempotency_key WHERE staff_id = $1 AND key = $2',
      [staffId, key],
    );
    if (!first || first.purpose !== purpose || first.content !== content) throw new DomainError('idempotency_conflict');
    return first.result;
  }

  private async transact<T, A extends Actor>(
    actor: A,
    { reading = 'as_actor', isReadOnly = false }: { readonly reading?: Reading; readonly isReadOnly?: boolean },
    use: (tx: Transaction<A>) => Promise<T>,
  ): Promise<T> {
    const begun: Begun[] = [];
    const begin = async (how: { readonly reading: Reading; readonly isReadOnly: boolean }): Promise<QueryRunner> => {
      const one = await this.begin(actor, how);
      begun.push(one);
      return one.runner;
    };
    try {
      const runner = await begin({ reading, isReadOnly });
      const reports = (): Promise<QueryRunner> => begin({ reading: 'for_site', isReadOnly: true });
      const tx = new Transaction(
        actor,
        this.clock.now(),
        this.clock.today(),
        runner,
        isByWorker(actor) ? null : reports,
      );
      const result = await use(tx);
      for (const { opened } of begun) await opened;
      for (const { runner: held } of begun) {
        const committed = held.query('COMMIT');
        if (!isReadOnly) await committed;
        // A reading has nothing to lose by its end, so that nobody waits for it; the connection goes back when it is over.
        void committed.catch(() => undefined).finally(() => held.release());
      }
      return result;
    } catch (error) {
      // Nobody has released it yet but the driver, whose connection was lost between two statements.
      const isLost = begun.some(({ runner }) => runner.isReleased);
      for (const { runner } of begun) {
        await rollBack(runner);
        await runner.release();
      }
      // Without an opening every statement fails: the first failure is the one to tell.
      for (const { opened } of begun) await opened.catch((cause: unknown) => Promise.reject(asUnauthenticated(cause)));
      throw isLost ? new ConnectionLost(error) : asBlocked(error);
    }
  }

  /**
   * The opening and the first statement travel together: it is on its way, by the connection itself, before anything else can be
   * sent, and statements of a connection run in that order. TypeORM does not know of the transaction, which is safe as long as
   * nobody calls save(): a lint rule forbids it.
   */
  private async begin(
    actor: Actor,
    { reading, isReadOnly }: { readonly reading: Reading; readonly isReadOnly: boolean },
  ): Promise<Begun> {
    const key = isByWorker(actor) ? undefined : sessionKeyOf(actor as StaffActor);
    const door = key === undefined ? 'worker' : reading === 'for_site' ? 'report' : 'app';
    const pool = door === 'app' ? this.connections.serving : await this.connections.of(door);
    const runner = pool.createQueryRunner();
    const connection = (await runner.connect()) as ClientBase;
    const begin = isReadOnly ? 'BEGIN READ ONLY' : 'BEGIN';
    const sent: Promise<unknown>[] = [];
    if (key === undefined) sent.push(connection.query(`${begin}; ${workerEntry(actor, this.clock, reading)}`));
    else {
      const { text, values } = sessionEntry(key, this.clock, reading);
      sent.push(connection.query(begin), connection.query(text, [...values]));
    }
    const opened = Promise.all(sent);
    opened.catch(() => undefined);
    return { runner, opened };
  }
}

/** A transaction of one connection. */
interface Begun {
  readonly runner: QueryRunner;
  /** Who acts is known to the database. */
  readonly opened: Promise<unknown>;
}

/** Nobody who is signed in: a job, a command, an import; or a job that asks what somebody sees. */
const isByWorker = (actor: Actor): boolean => actor.kind !== 'staff' || sessionKeyOf(actor) === undefined;

/** invalid_authorization_specification: the session ended after it was looked up (`enter_session`). */
const NO_SESSION = '28000';

function asUnauthenticated(error: unknown): unknown {
  const isEnded = typeof error === 'object' && error !== null && (error as { code?: unknown }).code === NO_SESSION;
  return isEnded ? new Unauthenticated('unauthenticated') : error;
}

/** Told by what the driver says of a statement that was under way; the statement after it hears only that there is no connection any more. */
class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('Connection terminated', { cause });
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  // When the connection itself is gone there is nothing to roll back, and the first error is the one to tell.
  await runner.query('ROLLBACK').catch(() => undefined);
}
