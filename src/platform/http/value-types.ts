import { applyDecorators } from '@nestjs/common';
import { buildMessage, IsInt, IsUUID, Max, Min, ValidateBy, type ValidationOptions } from 'class-validator';
import { isRecordDay, isRecordMonth } from '#kernel';
import { CURSOR_MAX } from './cursor.js';
import { NumberFromText, Trimmed } from './validators.js';

/** Largest number of an `int` column. */
export const INT_MAX = 2_147_483_647;

/** Ids that the database numbers (desk, programme, organisation, site), within their column. */
export const ROW_ID = { min: 1, max: INT_MAX } as const;
/** Versions of records; 0 stands for a record that is not there yet, and after the last there is room for the next. */
export const VERSION = { min: 0, max: INT_MAX - 1 } as const;

/** What a value may be, in the words of JSON Schema. */
export interface ValueSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly example?: string;
}

/**
 * A rule of our own, with what the description of the interface says of the value.
 * @param code of the error
 */
export function valueRule(
  code: string,
  schema: ValueSchema,
  validate: (value: unknown) => boolean,
  options?: ValidationOptions,
): PropertyDecorator {
  return ValidateBy(
    { name: code, constraints: [schema], validator: { validate, defaultMessage: buildMessage(() => code) } },
    options,
  );
}

/** Id of a record (uuid, whatever its version: as the column takes it). With `each`, a list of them. */
export function IsId(options: { readonly each?: boolean } = {}): PropertyDecorator {
  return options.each === true ? IsUUID('loose', { each: true }) : applyDecorators(Trimmed(), IsUUID('loose'));
}

/** A whole number within bounds, both included; the error tells them. */
export function IsWholeNumber(bounds: { readonly min: number; readonly max: number }): PropertyDecorator {
  const { min, max } = bounds;
  return applyDecorators(
    NumberFromText(),
    IsInt(),
    Min(min, { context: { min, max } }),
    Max(max, { context: { min, max } }),
  );
}

/** Id that the database numbers: of a desk, a programme, an organisation, a site. */
export const IsRowId = (): PropertyDecorator => IsWholeNumber(ROW_ID);

/** Version of a record, as it was read. */
export const IsVersion = (): PropertyDecorator => IsWholeNumber(VERSION);

/** A calendar day YYYY-MM-DD that exists. Whether it makes sense (future, before the site opened) is the use case's to say. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  valueRule('not_a_date', { type: 'string', format: 'date' }, isRecordDay, options);

/** A month YYYY-MM that exists. */
export const IsMonth = (options?: ValidationOptions): PropertyDecorator =>
  valueRule('not_a_month', { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }, isRecordMonth, options);

const TIME_OF_DAY = '^([01]\\d|2[0-3]):[0-5]\\d$';

/** A time of day 'HH:MM', 24 hours. */
export function IsTimeOfDay(options?: ValidationOptions): PropertyDecorator {
  const time = new RegExp(TIME_OF_DAY);
  const isTime = (value: unknown): boolean => typeof value === 'string' && time.test(value);
  return valueRule('not_a_time', { type: 'string', pattern: TIME_OF_DAY }, isTime, options);
}

/** `next` of a page before, of one of these orders of the list that is asked for. */
export const IsCursor = (
  ...orders: readonly { readonly find: (cursor: unknown) => object | undefined }[]
): PropertyDecorator =>
  valueRule('cursor_of_another_list', { type: 'string', maxLength: CURSOR_MAX }, (value) =>
    orders.some((order) => order.find(value) !== undefined),
  );
