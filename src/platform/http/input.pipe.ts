import { type ArgumentMetadata, BadRequestException, Injectable, ValidationPipe } from '@nestjs/common';
import { type FieldError, InvalidInput, refuseInvalid } from '#kernel';
import { fieldErrors } from './validation.js';
import { saysNull, withoutInvisible } from './validators.js';

/**
 * What reaches a controller from the address and the body, whoever it is for. Four rules hold before any class is asked:
 * a parameter of a query that is empty was not given, and neither was a field of a body that is null (but for `NullIsSaid`); text of a
 * query holds nothing that cannot be seen; and what is sent has the shape of its place: an object for a body, one text for a parameter
 * that is one, texts and lists of texts in a form, no gap in a list.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => new InvalidInput(fieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // The parts of an address are read by pipes of their own (path-parameters), which want the text.
    if (metadata.type === 'param') return value;
    if (metadata.type === 'query') {
      return metadata.data === undefined ? super.transform(givenOf(value), metadata) : oneText(value, metadata.data);
    }
    if (metadata.type !== 'body') return super.transform(value, metadata);
    if (value !== undefined && !isObject(value)) throw new BadRequestException();
    refuseInvalid(metadata.metatype === Object ? unlikeAForm(value) : gapsIn(value));
    return super.transform(withoutNull(value, metadata.metatype), metadata);
  }
}

/** The parameters of a query that say something. */
function givenOf(query: unknown): Record<string, unknown> {
  if (typeof query !== 'object' || query === null) return {};
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]: [string, unknown]) => {
      const text = cleaned(value);
      return text === '' ? [] : [[name, text]];
    }),
  );
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'string' ? withoutInvisible(value) : value;
}

function oneText(value: unknown, field: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new InvalidInput([{ field, code: 'not_text' }]);
  const text = withoutInvisible(value);
  return text === '' ? undefined : text;
}

/** A page's form sends texts; JSON sent to a page may hold anything. */
function unlikeAForm(body: unknown): FieldError[] {
  if (typeof body !== 'object' || body === null) return [];
  const fits = (value: unknown): boolean => value === undefined || typeof value === 'string';
  return Object.entries(body)
    .filter(([, value]: [string, unknown]) => !(Array.isArray(value) ? value.every(fits) : fits(value)))
    .map(([field]) => ({ field, code: 'not_text' }));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body as if what is null had been left out: a column that has to hold something is not asked to hold nothing. */
function withoutNull(value: unknown, type: ArgumentMetadata['metatype']): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => withoutNull(element, undefined));
  if (!isObject(value)) return value;
  const said = Object.entries(value).filter(([name, part]) => part !== null || saysNull(type, name));
  return Object.fromEntries(said.map(([name, part]: [string, unknown]) => [name, withoutNull(part, undefined)]));
}

/** Lists hold something at each of their places; class-validator lets `null` pass for an element. */
function gapsIn(value: unknown, field = ''): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const place = field === '' ? name : `${field}.${name}`;
    return Array.isArray(value) && part === null ? [{ field: place, code: 'required' }] : gapsIn(part, place);
  });
}
