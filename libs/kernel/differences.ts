/** Fields of a record that changed, old and new. */
export type Differences = Record<string, { readonly from: unknown; readonly to: unknown }>;

/** Two values of a field say the same: lists by what is in them, in their order; what is missing is nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Which of the fields say something else afterwards, in the order of the fields. */
export function changedFields<Field extends string>(
  before: Readonly<Partial<Record<Field, unknown>>>,
  after: Readonly<Partial<Record<Field, unknown>>>,
  fields: readonly Field[],
): Field[] {
  return fields.filter((field) => !isSame(before[field], after[field]));
}

/**
 * What an edit changed, field by field: the one comparison of a record with what it becomes.
 * @param after the fields that were written; `before` may know more
 */
export function differences(before: object, after: object): Differences {
  const old = new Map<string, unknown>(Object.entries(before));
  const written = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(
    [...written]
      .filter(([field, to]) => !isSame(old.get(field), to))
      .map(([field, to]) => [field, { from: old.get(field) ?? null, to: to ?? null }]),
  );
}
