import type { Door } from './doors.js';
import type { Schema } from './values.js';

/** Whether a field that an answer names (`steps.0.dueOn`) is one of the door, or one that was sent and is refused as unknown. */
export function isKnownField(
  field: string,
  { query, body }: Door,
  schemas: Readonly<Record<string, Schema>>,
  sent: ReadonlySet<string>,
): boolean {
  const [first = '', ...rest] = field.split('.');
  if (first in query || sent.has(first)) return true;
  const resolve = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref === undefined ? schema : schemas[schema.$ref.replace(/^.*\//, '')];
  let schema = resolve(resolve(body)?.properties?.[first]);
  for (const part of rest) {
    if (schema === undefined) return false;
    schema = resolve(/^\d+$/.test(part) ? schema.items : schema.properties?.[part]);
  }
  return schema !== undefined;
}
