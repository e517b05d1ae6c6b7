import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ClientBase } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from '#access';
import { type Clock, DomainError } from '#kernel';
import { type IdempotencyKeyParts, parseIdempotencyKey } from './idempotency-key.js';
import { contextStatement, REPORT_ROLE_STATEMENT } from './context-statement.js';
import { asBlocked } from './as-blocked.js';
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
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** Reads as the actor. What may not be opened unnoticed is answered only once it is on the audit record. */
  async read<T, A extends Actor>(actor: A, use: (tx: Transaction<A>) => Promise<T>): Promise<T> {
    const { result, opened } = await this.transact(
      actor,
      `${contextStatement(actor, this.clock)}; SET TRANSACTION READ ONLY`,
      async (tx) => ({ result: await use(tx), opened: tx.opened }),
      'left_behind',
    );
    if (opened.size > 0 && actor.kind === 'staff') await this.auditOpenings(actor, [...opened]);
    return result;
  }

  private async auditOpenings(actor: Actor, jobseekerIds: readonly string[]): Promise<void> {
    await this.transact(actor, contextStatement(actor, this.clock), (tx) =>
      tx.sql('SELECT audit_openings($1::uuid[], $2::interval)', [jobseekerIds, OPENED_ONCE_WITHIN]),
    );
  }

  /** Computes at site scope under the reporting role: every row of the site, none of the columns that name a person. */
  async report<T, A extends Actor>(actor: A, use: (tx: Transaction<A>) => Promise<T>): Promise<T> {
    return this.transact(
      actor,
      `${contextStatement(actor, this.clock)}; ${REPORT_ROLE_STATEMENT}; SET TRANSACTION READ ONLY`,
      use,
      'left_behind',
    );
  }

  /** A use case that writes. `use` returns what a repeat with the same key is to be answered. */
  async write<T, A extends Actor>(
    actor: A,
    options: WriteOptions,
    use: (tx: Transaction<A>) => Promise<T>,
  ): Promise<T> {
    return this.transact(actor, contextStatement(actor, this.clock), async (tx) => {
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
    opening: string,
    use: (tx: Transaction<A>) => Promise<T>,
    end: 'waited_for' | 'left_behind' = 'waited_for',
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    // The opening and the first statement travel together: it is on its way, by the connection itself, before anything else can be
    // sent, and statements of a connection run in that order. TypeORM does not know of the transaction, which is safe as long as
    // nobody calls save(): a lint rule forbids it.
    const connection = (await runner.connect()) as ClientBase;
    const opened = connection.query(`BEGIN; ${opening}`);
    opened.catch(() => undefined);
    try {
      const result = await use(new Transaction(actor, this.clock.now(), this.clock.today(), runner));
      await opened;
      const committed = runner.query('COMMIT');
      if (end === 'waited_for') await committed;
      // A reading has nothing to lose by its end, so that nobody waits for it; the connection goes back when it is over.
      void committed.catch(() => undefined).finally(() => runner.release());
      return result;
    } catch (error) {
      // Nobody has released it yet but the driver, whose connection was lost between two statements.
      const isLost = runner.isReleased;
      await rollBack(runner);
      await runner.release();
      // Without an opening every statement fails: the first failure is the one to tell.
      await opened;
      throw isLost ? new ConnectionLost(error) : asBlocked(error);
    }
  }
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
