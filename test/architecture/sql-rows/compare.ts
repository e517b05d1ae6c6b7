import ts from 'typescript';
import type { Column } from './described.js';

/** What the driver makes of a PostgreSQL type (type-parsers.ts: a day stays text). */
type Kind = 'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'json';

const KINDS: Readonly<Record<number, Kind>> = {
  16: 'boolean',
  17: 'Buffer',
  18: 'string', // "char"
  19: 'string', // name
  20: 'string', // int8
  21: 'number', // int2
  23: 'number', // int4
  25: 'string', // text
  26: 'number', // oid
  114: 'json',
  700: 'number',
  701: 'number', // float8
  1042: 'string', // char(n)
  1043: 'string', // varchar
  1082: 'string', // date
  1083: 'string', // time
  1114: 'Date',
  1184: 'Date', // timestamptz
  1700: 'string', // numeric
  2950: 'string', // uuid
  3802: 'json', // jsonb
};
const ELEMENTS: Readonly<Record<number, Kind>> = {
  1000: 'boolean',
  1005: 'number',
  1007: 'number', // int4[]
  1009: 'string', // text[]
  1015: 'string',
  1016: 'string', // int8[]
  1022: 'number', // float8[]
  2951: 'string', // uuid[]
};

/** Where the declared row and what PostgreSQL answers part: one line a column. */
export function differences(row: ts.Type, columns: readonly Column[], checker: ts.TypeChecker): string[] {
  if (checker.getIndexInfosOfType(row).length > 0) return [];
  const declared = checker.getPropertiesOfType(row);
  const names = new Set(columns.map(({ name }) => name));
  const missing = declared
    .filter(({ name, flags }) => !names.has(name) && (flags & ts.SymbolFlags.Optional) === 0)
    .map(({ name }) => `${name}: declared, and no column`);
  return [
    ...missing,
    ...columns.flatMap(({ name, dataTypeID }) => {
      const property = declared.find((each) => each.name === name);
      if (property === undefined) return [`${name}: a column nobody declared`];
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      return fits(type, dataTypeID, checker)
        ? []
        : [`${name}: declared ${checker.typeToString(type)}, answered as ${nameOf(dataTypeID)}`];
    }),
  ];
}

function fits(type: ts.Type, oid: number, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true;
  const element = ELEMENTS[oid];
  if (element !== undefined) {
    if (!checker.isArrayType(type) && !checker.isTupleType(type)) return false;
    return checker.getTypeArguments(type as ts.TypeReference).every((each) => isKind(each, element, checker));
  }
  const kind = KINDS[oid];
  return kind !== undefined && isKind(type, kind, checker);
}

function isKind(type: ts.Type, kind: Kind, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((each) => isKind(each, kind, checker));
  switch (kind) {
    case 'json':
      return true;
    case 'string':
      return (type.flags & ts.TypeFlags.StringLike) !== 0;
    case 'number':
      return (type.flags & ts.TypeFlags.NumberLike) !== 0;
    case 'boolean':
      return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
    default:
      return type.symbol?.name === kind;
  }
}

function nameOf(oid: number): string {
  return KINDS[oid] ?? (ELEMENTS[oid] === undefined ? `type ${oid}` : `${ELEMENTS[oid]}[]`);
}
