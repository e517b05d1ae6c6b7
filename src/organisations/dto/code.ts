import { buildMessage, ValidateBy } from 'class-validator';

export const CODE_PATTERN = '^[a-z0-9][a-z0-9_-]{0,49}$';

/** 符号: the short name by which plan files refer to a desk, a programme, an organisation. Never changes. */
export function IsCode(): PropertyDecorator {
  const code = new RegExp(CODE_PATTERN);
  return ValidateBy({
    name: 'code_form',
    validator: {
      validate: (value) => typeof value === 'string' && code.test(value),
      defaultMessage: buildMessage(() => 'code_form'),
    },
  });
}
