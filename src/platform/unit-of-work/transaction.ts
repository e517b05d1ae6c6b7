import type pg from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '#access';
import type { Activity, ActivityKind, AnyActivity } from '#activity';
import { Blocked, type IsoDate, NotFound, StaleEdit } from '#kernel';
import { REPORT_ROLE_STATEMENT } from './context-statement.js';
import type { OutboxMessage } from './notices.js';

/** What a use case holds while it runs: one database transaction that carries the actor. */
export class Transaction<A extends Actor = Actor> {
  /** Written to timeline, audit and outbox when the use case ends, in this same transaction. */
  readonly activities: AnyActivity[] = [];
  /** Wanted done once this is committed, beside what the activities ask for by themselves. */
  readonly messages: OutboxMessage[] = [];
  /** Persons whose having been opened belongs on the audit record. */
  readonly opened = new Set<string>();

  constructor(
    readonly actor: A,
    /** The clock's moment and day, fixed for the whole use case (Asia/Tokyo). */
    readonly now: Date,
    readonly today: IsoDate,
    private runner: QueryRunner,
    /** Opens a transaction of the reporting role beside this one; null where this one may take that role on. */
    private readonly beginReport: (() => Promise<QueryRunner>) | null = null,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Explicit SQL with $1… parameters; rows as the database names them. */
  async sql<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    // TypeORM answers INSERT/UPDATE … RETURNING as [rows, count]; callers only ever want the rows.
    const result: unknown = await this.runner.query(text, [...parameters]);
    const isPair =
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
    return (isPair ? (result as [Row[], number])[0] : result) as Row[];
  }

  /**
   * A statement whose text is put together anew (figures of a plan, of these months): it is planned for its values each time and
   * leaves nothing on the connection, where statements by the hundred would stay for good.
   */
  async unprepared<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    // A query given as an object goes past the connection's own preparing (see PreparingClient).
    const client = (await this.runner.connect()) as pg.ClientBase;
    const { rows } = await client.query<Row & pg.QueryResultRow>({ text, values: [...parameters] });
    return rows;
  }

  /**
   * From here to its end the transaction computes at site scope under the reporting role, as `UnitOfWork.report` does: every row of the
   * site, none of the columns that name a person. What the actor sees is read before; there is no way back.
   */
  async reports(): Promise<void> {
    if (this.beginReport !== null) {
      this.runner = await this.beginReport();
      return;
    }
    const client = (await this.runner.connect()) as pg.ClientBase;
    // Travels with the statement that follows, which fails by itself where this did.
    void client.query(REPORT_ROLE_STATEMENT).catch(() => undefined);
  }

  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: QueryDeepPartialEntity<Entity> | QueryDeepPartialEntity<Entity>[],
  ): Promise<void> {
    if (Array.isArray(rows) && rows.length === 0) return;
    await this.manager.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
  }

  /**
   * Saves an edit made on `version` of a row. TypeORM counts versions up but does not compare them, so the comparison is here.
   * @throws StaleEdit with who changed the row and when; NotFound when the actor does not see the row; Blocked `kept_record` when the actor reads it
   *   only because its organisation wrote in it or agreed to it, and it is no longer shared.
   */
  async update<Entity extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<Entity>,
    id: string,
    version: number,
    changes: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    const staffId = this.actor.kind === 'staff' ? this.actor.staffId : null;
    const result = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({
        ...changes,
        version: version + 1,
        updatedAt: this.now,
        updatedBy: staffId,
      } as unknown as QueryDeepPartialEntity<Entity>)
      .where('id = :id AND version = :version', { id, version })
      .execute();
    if (result.affected === 1) return;
    await this.refuseStaleEdit(this.manager.getRepository(entity).metadata.tableName, id, version);
  }

  /** Tells who overtook the edit; a row out of sight is simply not there, and one that is only kept is another's to change. */
  async refuseStaleEdit(table: string, id: string, version?: number): Promise<never> {
    const [current] = await this.sql<{ version: number; updated_at: Date; name: string | null }>(
      `SELECT t.version, t.updated_at, s.name FROM ${table} t LEFT JOIN staff s ON s.id = t.updated_by WHERE t.id = $1`,
      [id],
    );
    if (!current) throw new NotFound(table);
    if (current.version === version) throw new Blocked([{ code: 'kept_record' }]);
    throw new StaleEdit({
      changedBy: current.name ?? '',
      changedAt: current.updated_at,
      currentVersion: current.version,
    });
  }

  /** Hands over what happened: a kind of the registry, with the values that go with it. */
  record<Kind extends ActivityKind>(activity: Activity<Kind>): void {
    this.activities.push(activity);
  }

  /** Has something done by the worker, once and only if this is committed. */
  send(message: OutboxMessage): void {
    this.messages.push(message);
  }

  /** Says that a person's record was opened, which a reading alone would leave no trace of. */
  opens(jobseekerId: string): void {
    this.opened.add(jobseekerId);
  }
}
