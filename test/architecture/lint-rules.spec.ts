import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runFolder } from '../support/run.js';

const TYPES = `export type State = 'open' | 'closed';
export class Service {}
export const KEY = 'key';
export const later = async (): Promise<number> => 1;
`;
const IMPORT = "import { later } from './types.js';\n";
const LONG = `export const text = '${'あ'.repeat(160)}';\n`;
const SWITCH =
  "import { type State } from './types.js';\nexport function say(state: State): number {\n  switch (state) {\n    case 'open':\n      return 1;\n";

/** A rule of .oxlintrc.json, a file that breaks it (named by its row), and the same file as it may be. */
const rows: [rule: string, file: string, offending: string, allowed: string][] = [
  [
    'typescript/await-thenable',
    'src/*.ts',
    'export const a = await 1;\n',
    `${IMPORT}export const a = await later();\n`,
  ],
  ['typescript/no-floating-promises', 'src/*.ts', `${IMPORT}later();\n`, `${IMPORT}void later();\n`],
  [
    'typescript/no-misused-promises',
    'src/*.ts',
    `${IMPORT}export const a = later() ? 1 : 2;\n`,
    `${IMPORT}[1].forEach(async () => {\n  await later();\n});\n`,
  ],
  [
    'typescript/no-misused-promises',
    'libs/*.tsx',
    `${IMPORT}export const a: { run: () => void } = { run: async () => void (await later()) };\n`,
    `${IMPORT}export const a: { run: () => Promise<void> } = { run: async () => void (await later()) };\n`,
  ],
  [
    'typescript/return-await',
    'src/*.ts',
    `${IMPORT}export async function a() {\n  try {\n    return later();\n  } catch {\n    return 0;\n  }\n}\n`,
    `${IMPORT}export async function a() {\n  try {\n    return await later();\n  } catch {\n    return 0;\n  }\n}\n`,
  ],
  [
    'typescript/return-await',
    'src/*.ts',
    `${IMPORT}export const a = async () => await later();\n`,
    `${IMPORT}export const a = async () => later();\n`,
  ],
  [
    'typescript/switch-exhaustiveness-check',
    'src/*.ts',
    `${SWITCH}  }\n  return 2;\n}\n`,
    `${SWITCH}    default:\n      return 2;\n  }\n}\n`,
  ],
  [
    'typescript/ban-ts-comment',
    'src/*.ts',
    '// @ts-ignore because\nexport const a = 1;\n',
    '// @ts-expect-error because\nexport const a: string = 1;\n',
  ],
  ['typescript/ban-ts-comment', 'test/*.ts', '// @ts-nocheck\nexport const a = 1;\n', 'export const a = 1;\n'],
  [
    'typescript/ban-ts-comment',
    'src/*.ts',
    '// @ts-expect-error\nexport const a: string = 1;\n',
    'export const a = 1;\n',
  ],
  ['typescript/no-explicit-any', 'src/*.ts', 'export const a: any = 1;\n', 'export const a: unknown = 1;\n'],
  [
    'typescript/no-non-null-assertion',
    'src/*.ts',
    'export const a = (b?: string) => b!.length;\n',
    'export const a = (b?: string) => b?.length;\n',
  ],
  ['eslint/no-unused-vars', 'src/*.ts', 'const a = 1;\nexport {};\n', 'const _a = 1;\nexport {};\n'],
  [
    'eslint/no-unused-vars',
    'src/*.ts',
    'export const a = (b: number) => 1;\n',
    'export const a = (_b: number) => 1;\n',
  ],
  ['eslint/no-unused-vars', 'src/*.ts', "import { type State } from './types.js';\n", "import './types.js';\n"],
  ['eslint/no-unused-vars', 'src/*.ts', 'try {\n} catch (error) {}\n', 'try {\n} catch {}\n'],
  ['eslint/no-unused-vars', 'src/*.ts', 'type A = string;\nexport {};\n', 'export type A = string;\n'],
  [
    'eslint/eqeqeq',
    'src/*.ts',
    'export const a = (b: unknown) => b == 1;\n',
    'export const a = (b: unknown) => b == null;\n',
  ],
  ['eslint/no-console', 'test/*.ts', 'console.log(1);\n', 'process.stdout.write("");\n'],
  ['eslint/no-var', 'src/*.ts', 'export var a = 1;\n', 'export const a = 1;\n'],
  ['eslint/prefer-const', 'src/*.ts', 'let a = 1;\nexport { a };\n', 'let a = 1;\na = 2;\nexport { a };\n'],
  ['house/line-length', 'src/*.ts', LONG, LONG.replace('ああああああああああああああああああああああああ', '')],
  ['house/line-length', 'migrations/1000000000051-*.ts', LONG, 'export {};\n'],
  [
    'house/type-imports',
    'src/*.ts',
    "import { Service } from './types.js';\nexport type A = Service;\n",
    "import { type Service } from './types.js';\nexport type A = Service;\n",
  ],
  [
    // What Nest injects: a type by its looks, needed at run time by what the decorator makes of it.
    'house/type-imports',
    'src/*.ts',
    "import { Service } from './types.js';\nexport class A {\n  constructor(readonly service: Service) {}\n}\n",
    "import { Service } from './types.js';\ndeclare const Injectable: () => ClassDecorator;\n@Injectable()\nexport class A {\n" +
      '  constructor(readonly service: Service) {}\n}\n',
  ],
  [
    'house/type-imports',
    'src/*.ts',
    "import * as types from './types.js';\nexport type A = typeof types.KEY;\n",
    "import * as types from './types.js';\nexport type A = { [types.KEY]: string };\nexport const a = types.KEY;\n",
  ],
  [
    'house/type-imports',
    'src/*.ts',
    "export type A = import('./types.js').State;\n",
    "export { type State as A } from './types.js';\n",
  ],
  [
    'eslint/no-restricted-properties',
    'src/tokens/*.ts',
    'export const a = process.env.A;\n',
    'export const a = process.pid;\n',
  ],
  [
    'eslint/no-restricted-properties',
    'libs/*.ts',
    'export const { env } = process;\n',
    'export const { pid } = process;\n',
  ],
  ['house/every-test-runs', 'test/*.ts', "it.skip('a', () => undefined);\n", "it('a', () => undefined);\n"],
  ['house/every-test-runs', 'test/*.ts', "describe.only('a', () => undefined);\n", "describe('a', () => undefined);\n"],
  ['house/every-test-runs', 'libs/*.spec.ts', "test.todo('a');\n", "test('a', () => undefined);\n"],
  ['house/every-test-runs', 'src/*.spec.ts', "it.failing('a', () => undefined);\n", "it('a', () => undefined);\n"],
  ['house/every-test-runs', 'test/*.tsx', "xit('a', () => undefined);\n", "it('a', () => undefined);\n"],
  ['house/every-test-runs', 'test/*.ts', "fdescribe('a', () => undefined);\n", "describe('a', () => undefined);\n"],
  [
    'house/every-test-runs',
    'test/*.ts',
    "it.skip.each([1])('a', () => undefined);\n",
    "it.each([1])('a', () => undefined);\n",
  ],
  [
    'reportUnusedDisableDirectives',
    'src/*.ts',
    '// eslint-disable-next-line no-console\nexport const a = 1;\n',
    '// eslint-disable-next-line no-console\nconsole.log(1);\n',
  ],
];

/** Where a rule makes an exception. */
const excepted: [file: string, text: string][] = [
  ['src/worker.ts', 'export const a = process.env.A;\n'],
  ['src/platform/config/a.ts', 'export const a = process.env.A;\n'],
  ['src/tokens/a.spec.ts', 'export const a = process.env.A;\n'],
  ['test/support/a.ts', 'export const a = process.env.A;\n'],
  ['migrations/1000000000050-A.ts', LONG],
  ['src/build/a.mjs', 'console.log(process.env.A);\n'],
];

/** Lints a project of these files by the rules of ours: `rule` of everything reported, by file. */
function reported(files: readonly (readonly [file: string, text: string])[]): Map<string, string[]> {
  const root = projectRoot();
  const project = mkdtempSync(path.join(runFolder(), 'lint-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json', '.ci/lint-rules.mjs'])
    cpSync(path.join(root, file), path.join(project, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'dir');
  for (const [file, text] of files) {
    const folder = path.join(project, path.dirname(file));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'types.ts'), TYPES);
    writeFileSync(path.join(project, file), text);
  }
  const linter = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [linter, '--format', 'json', 'src', 'libs', 'migrations', 'test'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  rmSync(project, { recursive: true, force: true });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code?: string; message: string; filename: string }[] };
  const found = new Map<string, string[]>();
  for (const { code, message, filename } of diagnostics) {
    const rule =
      code?.replace(/^(.*)\((.*)\)$/, '$1/$2') ??
      message.replace(/^Unused eslint-disable .*$/, 'reportUnusedDisableDirectives');
    found.set(filename, [...(found.get(filename) ?? []), rule]);
  }
  return found;
}

describe('the rules of lint', () => {
  const named = rows.map(([rule, file, ...texts], row) => [rule, file.replace('*', `row-${row}`), ...texts] as const);
  let offended: Map<string, string[]>;
  let allowed: Map<string, string[]>;

  beforeAll(() => {
    offended = reported(named.map(([, file, text]) => [file, text]));
    allowed = reported([...named.map(([, file, , text]) => [file, text] as const), ...excepted]);
  });

  it.each(named)('%s refuses %s', (rule, file) => {
    expect(offended.get(file)).toEqual([rule]);
  });

  it('let pass what is written as it should be, and where they make an exception', () => {
    expect([...allowed]).toEqual([]);
  });

  it('have each a row here', () => {
    const config = readFileSync(path.join(projectRoot(), '.oxlintrc.json'), 'utf8');
    const rules = [...config.matchAll(/"((?:typescript|house)\/[\w-]+|[\w-]+)": (?:"error"|\[\s*"error")/g)].map(
      ([, rule]) => rule,
    );
    const tried = named.map(([rule]) => rule.replace('eslint/', ''));
    expect([...new Set(rules)].sort()).toEqual([...new Set(tried)].sort());
  });
});
