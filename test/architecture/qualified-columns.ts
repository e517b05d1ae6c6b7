import type { RepeatableSql } from '../../src/platform/sql/index.js';

/** A column that a policy names without its table inside a sub-select. */
export interface Unqualified {
  readonly policy: string;
  readonly column: string;
}

/**
 * Inside a sub-select a bare column is the inner table's wherever that has one of the name: `org_id IN (c.org_id, …)` over
 * `consent c` compares the consent with itself, and the row that is to be judged is never asked.
 */
export function unqualifiedColumns(all: readonly RepeatableSql[], columns: ReadonlySet<string>): Unqualified[] {
  return all
    .flatMap(({ apply }) => apply.replace(/--.*$/gm, '').match(/CREATE POLICY [^;]*;/g) ?? [])
    .flatMap((statement) => {
      const policy = /CREATE POLICY (\w+)/.exec(statement)?.[1] ?? '';
      const bare = subSelects(statement).flatMap(bareWords);
      return [...new Set(bare)].filter((word) => columns.has(word)).map((column) => ({ policy, column }));
    });
}

/** What stands between the brackets of each `(SELECT …)`; one inside another is part of the outer one. */
function subSelects(statement: string): string[] {
  const found: string[] = [];
  for (let from = statement.indexOf('(SELECT'); from >= 0; from = statement.indexOf('(SELECT', from)) {
    let depth = 0;
    let to = from;
    do {
      if (statement[to] === '(') depth += 1;
      if (statement[to] === ')') depth -= 1;
      to += 1;
    } while (depth > 0 && to < statement.length);
    found.push(statement.slice(from, to));
    from = to;
  }
  return found;
}

/** Words that stand alone: no table before them, no bracket of a call after them, no table themselves, no text. */
const bareWords = (select: string): string[] =>
  [
    ...select
      .replace(/'[^']*'/g, '')
      .replace(/\b(FROM|JOIN)\s+\w+(\s+(?!WHERE|JOIN|ON)\w+)?/g, '')
      .matchAll(/(?<![.\w])([a-z_]+)(?![\w.(])/g),
  ].map(([, word]) => word ?? '');
