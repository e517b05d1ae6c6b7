import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');
const code = ['src/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'migrations/**/*.ts', 'test/**/*.{ts,tsx}'];

/** What the compiler does not see: forgotten promises, silenced types, and the environment read in a corner. */
export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: code,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: path.join(root, 'tsconfig.json'), tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Nest reads the types of constructor parameters at run time, and decorators make the compiler keep those imports; the
      // rule knows both and asks for `import type` elsewhere only.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Where prettier does not break: SQL and other texts. They go on in the next line.
      'max-len': ['error', { code: 160 }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'],
    ignores: ['src/*.ts', 'src/platform/config/**', '**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in src/platform/config and handed on.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}', '**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(skip|only|todo|failing)$/][callee.object.name=/^(it|test|describe)$/], ' +
            'CallExpression[callee.name=/^[xf](it|test|describe)$/]',
          message: 'Every test runs.',
        },
      ],
    },
  },
  {
    // Landed before the rule, and a landed migration is never edited.
    files: ['migrations/10000000000{01,03,04,05,07,08,20,41,50}-*.ts'],
    rules: { 'max-len': 'off' },
  },
);
