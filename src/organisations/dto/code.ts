import { valueRule } from '../../platform/http/index.js';

export const CODE_PATTERN = '^[a-z0-9][a-z0-9_-]{0,49}$';

/** 符号: the short name by which plan files refer to a desk, a programme, an organisation. Never changes. */
export function IsCode(): PropertyDecorator {
  const code = new RegExp(CODE_PATTERN);
  return valueRule(
    'code_form',
    { type: 'string', pattern: CODE_PATTERN },
    (value) => typeof value === 'string' && code.test(value),
  );
}
