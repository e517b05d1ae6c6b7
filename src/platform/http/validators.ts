import { Transform } from 'class-transformer';
import { type ValidationOptions, buildMessage, ValidateBy, MaxLength as LibraryMaxLength } from 'class-validator';
import { isIsoDate, isYearMonth } from '#kernel';

/** A calendar day YYYY-MM-DD that exists. Whether the day makes sense (future, before the site opened) is the use case's to say. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    { name: 'not_a_date', validator: { validate: (value) => typeof value === 'string' && isIsoDate(value), defaultMessage: buildMessage(() => 'not_a_date') } },
    options,
  );
}

/** A month YYYY-MM. */
export function IsMonth(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    { name: 'not_a_month', validator: { validate: (value) => typeof value === 'string' && isYearMonth(value), defaultMessage: buildMessage(() => 'not_a_month') } },
    options,
  );
}

/** Text trimmed at both ends; an empty text becomes undefined so that `@IsOptional` and `@IsNotEmpty` mean what they say. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    const text = value.trim();
    return text === '' ? undefined : text;
  });
}

/** At most `max` characters; the error tells the limit. */
export function MaxLength(max: number): PropertyDecorator {
  return LibraryMaxLength(max, { context: { max } });
}

/** Form fields arrive as text: '3' → 3, '' → undefined. */
export function NumberFromText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    if (value.trim() === '') return undefined;
    return Number(value.normalize('NFKC'));
  });
}

/** Form checkboxes: 'on' or 'true' → true, absent or '' → false. */
export function BooleanFromText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? false : value === 'on' || value === 'true' || value === true));
}

/** One checkbox arrives as text, several as a list; an empty list when none. */
export function ListFromForm(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]));
}
