import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import { RECORD_YEARS } from '#kernel';
import { ROW_ID, type ValueSchema, VERSION } from './value-types.js';

/** A part of an address that says what it may be. */
export interface InPath {
  readonly schema: ValueSchema & { readonly minimum?: number; readonly maximum?: number };
}

/**
 * A whole number in an address, within its bounds. What is none is no address of ours: 400, as for an id that is none
 * (`ParseUUIDPipe`).
 */
abstract class NumberInPath implements PipeTransform<string, number>, InPath {
  abstract readonly bounds: { readonly min: number; readonly max: number };

  get schema(): InPath['schema'] {
    return { type: 'integer', minimum: this.bounds.min, maximum: this.bounds.max };
  }

  transform(value: string): number {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= this.bounds.min && number <= this.bounds.max)) throw new BadRequestException();
    return number;
  }
}

/** Id that the database numbers: of a desk, a programme, an organisation. */
@Injectable()
export class RowIdPipe extends NumberInPath {
  readonly bounds = ROW_ID;
}

/** Number of a version (版). */
@Injectable()
export class VersionPipe extends NumberInPath {
  readonly bounds = VERSION;
}

/** A fiscal year (年度) by the year in which it begins. */
@Injectable()
export class FiscalYearPipe extends NumberInPath {
  readonly bounds = { min: RECORD_YEARS.first, max: RECORD_YEARS.last };
}

/** Longest code of anything that has one. */
const CODE_MAX = 100;

/** A code in an address (指標の符号): text that a column can hold. */
@Injectable()
export class CodePipe implements PipeTransform<string, string>, InPath {
  readonly schema = { type: 'string', minLength: 1, maxLength: CODE_MAX } as const;

  transform(value: string): string {
    if (value.length > CODE_MAX || /\p{Cc}|\p{Surrogate}/u.test(value)) throw new BadRequestException();
    return value;
  }
}
