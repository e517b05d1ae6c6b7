import { CASELOAD_CURSOR } from './cursors.js';
import type { Dice } from './dice.js';

/** A schema of the description, as far as values are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Stands in every text that is sent, like the name of a person; nothing that is logged may hold it. */
export const MARK = '烙印沢';

const LONG = 10_000;

/** What a type has to refuse at its field, or take for what it is. */
const HOSTILE: readonly unknown[] = [
  ...[99_999_999_999, 2_147_483_648, -2_147_483_649, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER],
  ...['99999999999', '2147483648', '-1', '1e400', '0x10', 'NaN', 'Infinity', '１２', '1,000'],
  ...['', ' ', '　', '\t\n', 'null', 'undefined', 'true'],
  ...['0000-01', '0000-01-01', '9999-12', '9999-12-31', '2026-13', '2026-02-30', '26-1-1', '2026-06-09T00:00:00Z'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0198c5d0', `${MARK}-id`],
  ...[`'; DROP TABLE jobseeker; --${MARK}`, `${MARK}%_\\`, `$1 ${MARK}`, '{}', '[]', '{a,b}', '(', '\\'],
  ...['\u0000', `${MARK}\u0000`, '\ud800', `${MARK}\udfff`, '\u202e\u200b', `${MARK}😀👨‍👩‍👧`, 'İıß', '邉\u{e0102}'],
  ...[MARK.repeat(LONG / MARK.length), '9'.repeat(LONG)],
  ...[CASELOAD_CURSOR, Buffer.from('["audit"]').toString('base64url'), Buffer.from(MARK).toString('base64url')],
  ...[null, true, false, {}, [], [null], [[]], { nested: { [MARK]: [MARK] } }, [MARK, MARK], [{ id: MARK }, null]],
  ...[{ $gt: '' }, { toString: MARK }, { length: 3 }, Array.from({ length: 600 }, (_, at) => at)],
];

/** The same, where only text can travel. */
export const hostileText = (dice: Dice): string => {
  const value = dice.one(HOSTILE);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

export const hostile = (dice: Dice): unknown => dice.one(HOSTILE);

/** Makes what a schema allows; ids are of things that are there where one fits the field's name. */
export class Values {
  constructor(
    private readonly dice: Dice,
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly idsFor: (field: string) => readonly string[],
  ) {}

  resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.schemas[schema.$ref.replace(/^.*\//, '')] ?? {});
  }

  valid(field: string, given: Schema): unknown {
    const schema = this.resolve(given);
    const [kind, ...others] = [schema.type ?? []].flat();
    if (others.includes('null') && this.dice.comes(0.1)) return null;
    if (schema.enum !== undefined) return this.dice.one(schema.enum);
    switch (kind) {
      case 'boolean':
        return this.dice.comes(0.5);
      case 'integer':
      case 'number':
        return this.number(field, schema);
      case 'array':
        return Array.from({ length: this.dice.between(0, 3) }, () => this.valid(field, schema.items ?? {}));
      case 'object':
        return this.object(schema);
      default:
        return this.text(field, schema);
    }
  }

  /** A body: whatever is required, and some of the rest. */
  object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name) || this.dice.comes(0.5))
        .map(([name, schema]) => [name, this.valid(name, schema)]),
    );
  }

  private number(field: string, { minimum = 0, maximum = 100 }: Schema): number {
    // Versions and ids are small numbers, or nothing would ever be found.
    const isCounted = /version|Id$|^desk$/i.test(field);
    return this.dice.comes(0.1)
      ? this.dice.one([minimum, maximum])
      : this.dice.between(minimum, isCounted ? 4 : maximum);
  }

  private text(field: string, { format, pattern, maxLength = 200 }: Schema): string {
    if (format === 'uuid') return this.dice.one(this.idsFor(field));
    if (format === 'date') return this.day();
    if (pattern?.includes('(0[1-9]|1[0-2])')) return this.day().slice(0, 7);
    if (pattern?.includes(':')) return '10:30';
    if (pattern !== undefined) return `fuzz-${this.dice.between(1, 99_999)}`;
    return `${MARK}${this.dice.one(['タロウ', '太郎', 'ハナコ', ' 1-2-3', ''])}`.slice(0, maxLength);
  }

  private day(): string {
    const days = ['2026-06-10', '2026-06-09', '2026-06-01', '2026-04-01', '2025-03-31', '2026-12-01', '1990-02-03'];
    return this.dice.comes(0.05) ? this.dice.one(['1868-01-01', '2199-12-31']) : this.dice.one(days);
  }
}
