import { Transform } from 'class-transformer';
import { ArrayMaxSize, MaxLength as LibraryMaxLength } from 'class-validator';

/**
 * What nobody types and nobody sees: controls but for tab and line ends, marks that turn the direction of writing, blanks without width, halves of a
 * character. Variation selectors (IVS) stay: they choose the shape of a kanji in a name.
 */
const INVISIBLE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Text as one sees it. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE_CHARACTERS, '');

/** Text as one sees it, trimmed at both ends; an empty text becomes undefined so that `@IsOptional` and `@IsNotEmpty` mean what they say. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    const text = withoutInvisible(value).trim();
    return text === '' ? undefined : text;
  });
}

/** At most `max` characters, with `each` of every text of a list; the error tells the limit. */
export function MaxLength(max: number, { each = false }: { readonly each?: boolean } = {}): PropertyDecorator {
  return LibraryMaxLength(max, { each, context: { max } });
}

/** At most `max` elements; the error tells the limit. */
export const MaxItems = (max: number): PropertyDecorator => ArrayMaxSize(max, { context: { max } });

const NULL_IS_SAID = 'null-is-said';

/** A field whose null says something else than its absence. Any other's null reaches no class: it was not given. */
export const NullIsSaid = (): PropertyDecorator => Reflect.metadata(NULL_IS_SAID, true) as PropertyDecorator;

/** @param type class that the body is checked against */
export const saysNull = (type: { readonly prototype: object } | undefined, field: string): boolean =>
  type !== undefined && Reflect.getMetadata(NULL_IS_SAID, type.prototype, field) === true;

/** Form fields arrive as text: '3' → 3, '' → undefined. */
export function NumberFromText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    if (value.trim() === '') return undefined;
    return Number(value.normalize('NFKC'));
  });
}

/** Form checkboxes: 'on' or 'true' → true, absent, '' or 'false' → false; anything else stays, to be refused. */
export function BooleanFromText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (value === undefined || value === null || value === '' || value === 'false') return false;
    return value === 'on' || value === 'true' ? true : value;
  });
}

/** One checkbox arrives as text, several as a list; an empty list when none. */
export function ListFromForm(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || value === '' ? [] : (Array.isArray(value) ? value : [value]).map(asSeen),
  );
}

/** What may be a text of a list, as one sees it. */
const asSeen = (value: unknown): unknown => (typeof value === 'string' ? withoutInvisible(value) : value);

/** A list of texts, of which a form sends one a line: each as one sees it and trimmed, none of them empty. */
export function LinesAsList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    const lines = typeof value === 'string' ? value.split(/\r?\n/) : (value ?? []);
    if (!Array.isArray(lines)) return lines;
    return lines
      .map((line: unknown) => (typeof line === 'string' ? withoutInvisible(line).trim() : line))
      .filter((line) => line !== '');
  });
}
