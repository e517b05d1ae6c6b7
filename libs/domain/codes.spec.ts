import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ja } from '#messages';

const ROOMS = join(process.cwd(), 'libs/domain');
/** A code as the rules write it: in a problem or reason, or handed to a check as the last argument. */
const CODE = /code: '([a-z_]+)'|, '([a-z]+(?:_[a-z]+)+)'\)/g;

const sources = readdirSync(ROOMS, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);
const codes = new Set(
  sources.flatMap((file) =>
    [...readFileSync(join(ROOMS, file), 'utf8').matchAll(CODE)].map(
      ([, inProblem, handedOn]) => inProblem ?? handedOn ?? '',
    ),
  ),
);

const nouns: readonly { readonly errors?: object; readonly reasons?: object }[] = Object.values<object>(ja);
const sentences = nouns.flatMap(({ errors, reasons }) => [...Object.keys(errors ?? {}), ...Object.keys(reasons ?? {})]);

describe('what the rules can say', () => {
  it.each([...codes].sort())('%s has its sentence', (code) => {
    expect(sentences).toContain(code);
  });
});
