import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { RepeatableSql } from '../sql/index.js';

interface InForce {
  readonly name: string;
  readonly hash: string;
  readonly removeWith: string;
}

/** Names of what is not in force as it is written, or in force though it is written no more. */
export async function changedRepeatables(runner: QueryRunner, wanted: readonly RepeatableSql[]): Promise<string[]> {
  const inForce = new Map((await readInForce(runner)).map(({ name, hash }) => [name, hash]));
  const changed = wanted.filter((one) => inForce.get(one.name) !== hashOf(one)).map(({ name }) => name);
  const gone = [...inForce.keys()].filter((name) => !wanted.some((one) => one.name === name));
  return [...changed, ...gone];
}

/**
 * Takes out of force, last first, what an earlier version put there and what is wanted now: a view of the same name may have
 * been there before any record was kept of it.
 */
export async function removeRepeatables(runner: QueryRunner, wanted: readonly RepeatableSql[]): Promise<void> {
  const inForce = await readInForce(runner);
  for (const { removeWith } of inForce.toReversed()) await run(runner, removeWith);
  for (const { remove } of wanted.toReversed()) await run(runner, remove);
  if (inForce.length > 0) await runner.query('DELETE FROM repeatable_sql');
}

/** Puts everything in force, in order, and keeps what was put there. */
export async function applyRepeatables(runner: QueryRunner, wanted: readonly RepeatableSql[]): Promise<void> {
  for (const { apply } of wanted) await run(runner, apply);
  await runner.query(
    `INSERT INTO repeatable_sql (name, position, content_hash, remove_with)
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[])`,
    [
      wanted.map(({ name }) => name),
      wanted.map((_, position) => position),
      wanted.map(hashOf),
      wanted.map(({ remove }) => remove),
    ],
  );
}

/** In the order in which they were put in force; none on a schema from before there was a record of it. */
async function readInForce(runner: QueryRunner): Promise<InForce[]> {
  const [table]: { found: string | null }[] = await runner.query(
    `SELECT to_regclass('public.repeatable_sql')::text AS found`,
  );
  if (table?.found == null) return [];
  return runner.query(
    `SELECT name, content_hash AS hash, remove_with AS "removeWith" FROM repeatable_sql ORDER BY position`,
  );
}

async function run(runner: QueryRunner, sql: string): Promise<void> {
  if (sql.trim() !== '') await runner.query(sql);
}

function hashOf({ apply, remove }: RepeatableSql): string {
  return createHash('sha256').update(`${apply}\0${remove}`).digest('hex');
}
