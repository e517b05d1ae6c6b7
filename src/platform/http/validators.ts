import { Transform } from 'class-transformer';
import { type ValidationOptions, buildMessage, ValidateBy, MaxLength as LibraryMaxLength } from 'class-validator';
import { isIsoDate, isYearMonth } from '#kernel';

/** A calendar day YYYY-MM-DD that exists. Whether the day makes sense (future, before the site opened) is the use case's to say. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'not_a_date',
      validator: {
        validate: (value) => typeof value === 'string' && isIsoDate(value),
        defaultMessage: buildMessage(() => 'not_a_date'),
      },
    },
    options,
  );
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day 'HH:MM', 24 hours. */
export function IsTimeOfDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'not_a_time',
      validator: {
        validate: (value) => typeof value === 'string' && TIME_OF_DAY.test(value),
        defaultMessage: buildMessage(() => 'not_a_time'),
      },
    },
    options,
  );
}

/** A month YYYY-MM. */
export function IsMonth(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'not_a_month',
      validator: {
        validate: (value) => typeof value === 'string' && isYearMonth(value),
        defaultMessage: buildMessage(() => 'not_a_month'),
      },
    },
    options,
  );
}

/**
 * What nobody types and nobody sees: controls but for tab and line ends, marks that turn the direction of writing, blanks without width, halves of a
 * character. Variation selectors (IVS) stay: they choose the shape of a kanji in a name.
 */
const INVISIBLE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Text as one sees it, trimmed at both ends; an empty text becomes undefined so that `@IsOptional` and `@IsNotEmpty` mean what they say. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    const text = value.replace(INVISIBLE_CHARACTERS, '').trim();
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
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || value === '' ? false : value === 'on' || value === 'true' || value === true,
  );
}

/** One checkbox arrives as text, several as a list; an empty list when none. */
export function ListFromForm(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value],
  );
}
