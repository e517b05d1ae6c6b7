import { type FieldError, type IsoDate, InvalidInput, parseJapaneseDate, isBlankDate } from '#kernel';

/**
 * Reads the date boxes of a form (`<name>_era`, `_year`, `_month`, `_day`; 和暦 or 西暦) into ISO dates under `<name>`;
 * the boxes themselves leave the result, so that it can be checked against the same class as an API body.
 * @throws InvalidInput naming each date that is none
 */
export function withDates(body: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = { ...body };
  delete values['_csrf'];
  delete values['_key'];
  delete values['_after'];
  for (const name of names) {
    const parts = {
      era: box(values, name, 'era'),
      year: box(values, name, 'year'),
      month: box(values, name, 'month'),
      day: box(values, name, 'day'),
    };
    for (const part of ['era', 'year', 'month', 'day']) delete values[`${name}_${part}`];
    if (isBlankDate(parts)) continue;
    const parsed = parseJapaneseDate(parts);
    if (parsed.ok) values[name] = parsed.date satisfies IsoDate;
    else errors.push({ field: name, code: parsed.code });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return values;
}

function box(values: Readonly<Record<string, unknown>>, name: string, part: string): string {
  const value = values[`${name}_${part}`];
  return typeof value === 'string' ? value.trim() : '';
}
