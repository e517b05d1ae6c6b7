import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import { type FieldError, InvalidInput } from '#kernel';

/** class-validator's constraint names to our field codes; a constraint of our own bears its code as its name. */
const CODES: Readonly<Record<string, string>> = {
  isNotEmpty: 'required',
  isDefined: 'required',
  arrayNotEmpty: 'choose_one',
  minLength: 'too_short',
  maxLength: 'too_long',
  isString: 'not_text',
  isIn: 'not_one_of',
  isInt: 'not_an_integer',
  isNumber: 'not_a_number',
  min: 'out_of_range',
  max: 'out_of_range',
  isBoolean: 'not_yes_or_no',
  isUuid: 'not_an_id',
  isArray: 'not_one_of',
  arrayMaxSize: 'too_many',
  arrayUnique: 'chosen_twice',
  whitelistValidation: 'unknown_field',
  unknownValue: 'unknown_field',
  nestedValidation: 'not_one_of',
  matches: 'not_one_of',
};

/** Order in which one field's several failures matter to the person typing. */
const FIRST = ['isDefined', 'isNotEmpty', 'arrayNotEmpty', 'whitelistValidation'];

/**
 * Checks what was sent against its class; pages and API share it.
 * @throws InvalidInput with one entry per field (`steps.2.dueOn`)
 */
export async function validated<T extends object>(type: new () => T, input: unknown): Promise<T> {
  const plain = typeof input === 'object' && input !== null ? input : {};
  const value = plainToInstance(type, plain, { exposeDefaultValues: true });
  const errors = await validate(value, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new InvalidInput(fieldErrors(errors));
  return value;
}

export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const constraints = Object.keys(error.constraints ?? {});
    const name = FIRST.find((first) => constraints.includes(first)) ?? constraints[0];
    const context = name ? (error.contexts?.[name] as Record<string, string | number> | undefined) : undefined;
    const own = name ? [{ field, code: CODES[name] ?? name, ...(context ? { params: context } : {}) }] : [];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
