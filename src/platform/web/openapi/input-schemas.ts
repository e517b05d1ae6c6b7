import { ParseUUIDPipe, type Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { InPath, RouteArgument } from '../../http/index.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];
/** A schema as it is put together; the library's own type is of OpenAPI 3.0, which cannot say "or null". */
type Facts = Record<string, unknown>;
type Check = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What class-validator's checks say of a value, by their names. A check of our own says it itself (`valueRule`). */
const FACTS: Readonly<Record<string, (...constraints: unknown[]) => Facts>> = {
  isString: () => ({ type: 'string' }),
  isNotEmpty: () => ({}),
  isDefined: () => ({}),
  minLength: (minLength) => ({ minLength }),
  maxLength: (maxLength) => ({ maxLength }),
  matches: (pattern) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIn: (values) => ({ type: 'string', enum: values }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  min: (minimum) => ({ minimum }),
  max: (maximum) => ({ maximum }),
  isBoolean: () => ({ type: 'boolean' }),
};

const LIST_FACTS: Readonly<Record<string, (...constraints: unknown[]) => Facts>> = {
  isArray: () => ({ type: 'array' }),
  arrayNotEmpty: () => ({ type: 'array', minItems: 1 }),
  arrayMaxSize: (maxItems) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** What the checks of one field say. */
interface Field {
  readonly facts: Facts;
  /** It may be left out, which null says as well. */
  readonly mayBeNull: boolean;
}

/**
 * The fields of an input class as its checks see them, so that the description cannot promise what a check refuses.
 * @throws when a check says nothing of the value's type
 */
function fieldsOf(type: Type): ReadonlyMap<string, Field> {
  const checks = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const fields = new Map<string, Check[]>();
  for (const check of checks) fields.set(check.propertyName, [...(fields.get(check.propertyName) ?? []), check]);
  return new Map([...fields].map(([name, all]) => [name, fieldOf(`${type.name}.${name}`, all)]));
}

function fieldOf(name: string, checks: readonly Check[]): Field {
  const facts: Facts = {};
  const items: Facts = {};
  let mayBeNull = false;
  for (const { type, name: rule, each, constraints = [] } of checks) {
    const known = FACTS[rule ?? ''] ?? LIST_FACTS[rule ?? ''];
    if (type === 'conditionalValidation') mayBeNull = true;
    else if (type === 'nestedValidation') continue;
    else if (known) Object.assign(each ? items : facts, known(...(constraints as unknown[])));
    else if (isSchema(constraints[0])) Object.assign(each ? items : facts, constraints[0]);
    else throw new Error(`${name}: nothing is known of the check ${rule ?? type}`);
  }
  if (Object.keys(items).length > 0) facts['items'] = items;
  return { facts, mayBeNull };
}

const isSchema = (value: unknown): value is Facts => typeof value === 'object' && value !== null && 'type' in value;

/** The schema of an input class: what was written by hand (words, examples, defaults, classes of lists) and what its checks say. */
export function withChecks(written: Schema, type: Type): Schema {
  if (!('properties' in written)) return written;
  const fields = fieldsOf(type);
  const properties = Object.entries(written.properties ?? {}).map(([name, property]): [string, Schema] => [
    name,
    united(property, fields.get(name) ?? UNCHECKED),
  ]);
  return { ...written, properties: Object.fromEntries(properties), additionalProperties: false };
}

const UNCHECKED: Field = { facts: {}, mayBeNull: false };

/** Words, example and default as written; everything else as the checks say. */
function united(written: Schema, { facts, mayBeNull }: Field): Schema {
  const { type: writtenType, enum: _, items: writtenItems, nullable: _1, ...words } = written as Facts;
  const type = facts['type'] ?? writtenType;
  const values = facts['enum'] as unknown[] | undefined;
  const items = { ...(writtenItems as Facts | undefined), ...(facts['items'] as Facts | undefined) };
  return {
    ...words,
    ...facts,
    ...(type === undefined ? {} : { type: mayBeNull ? [type, 'null'] : type }),
    ...(values === undefined ? {} : { enum: mayBeNull ? [...values, null] : [...values] }),
    ...(Object.keys(items).length > 0 ? { items } : {}),
  } as Schema;
}

/** A parameter of a query: text in an address, never null; what is empty was not given. */
export function queryParameter(type: Type, name: string, written: Schema): Schema {
  return united(written, { ...(fieldsOf(type).get(name) ?? UNCHECKED), mayBeNull: false });
}

/** A part of an address, by the pipe that reads it. */
export function pathParameter({ pipes }: RouteArgument): Schema | undefined {
  for (const pipe of pipes) {
    if (pipe === ParseUUIDPipe || pipe instanceof ParseUUIDPipe) return { type: 'string', format: 'uuid' };
    const read = typeof pipe === 'function' ? new pipe() : pipe;
    if ('schema' in read) return { ...(read as unknown as InPath).schema };
  }
  return undefined;
}

/** The classes that bodies are checked against, with those of the lists inside them, by name. */
export function inputClasses(bodies: readonly unknown[]): ReadonlyMap<string, Type> {
  const classes = new Map<string, Type>();
  const visit = (type: unknown): void => {
    if (!isClass(type) || classes.has(type.name)) return;
    classes.set(type.name, type);
    for (const property of propertiesOf(type)) visit(property);
  };
  for (const body of bodies) visit(body);
  return classes;
}

const BUILT_IN = new Set<unknown>([Object, String, Number, Boolean, Array, Date]);
export const isClass = (value: unknown): value is Type =>
  typeof value === 'function' && 'prototype' in value && !BUILT_IN.has(value);

/** Types of the properties that the description knows of, as `@nestjs/swagger` keeps them. */
function propertiesOf(type: Type): unknown[] {
  const prototype = type.prototype as object;
  const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) ?? []) as string[];
  return names.map((name) => {
    const property = Reflect.getMetadata('swagger/apiModelProperties', prototype, name.slice(1)) as Facts | undefined;
    const named = property?.['type'];
    return Array.isArray(named) ? named[0] : named;
  });
}
