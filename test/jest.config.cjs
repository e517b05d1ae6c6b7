// Nest 12 ships ES modules only; jest runs them as CommonJS, so both our sources and the packages listed below are transformed.
const esModulePackages = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'uid',
  '@lukeed',
  'content-disposition',
  '@fastify/cookie',
  'cookie',
  'uuid',
  '@kitajs',
];
const decorators = { legacyDecorator: true, decoratorMetadata: true };
const react = { runtime: 'automatic', importSource: '@kitajs/html' };
const common = { swcrc: false, module: { type: 'commonjs' }, sourceMaps: 'inline' };

module.exports = {
  rootDir: '..',
  testEnvironment: '<rootDir>/test/support/jest/worker-environment.cjs',
  runtime: '<rootDir>/test/support/jest/worker-runtime.cjs',
  roots: ['<rootDir>/libs', '<rootDir>/src', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        ...common,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { ...decorators, react },
        },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { ...common, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join('|')})/)`],
  moduleNameMapper: {
    '^#(kernel|access|messages|ui|indicators|activity)$': '<rootDir>/libs/$1/index.ts',
    '^#domain/(.*)$': '<rootDir>/libs/domain/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/jest/longest-first.cjs',
  reporters: ['default', '<rootDir>/test/support/jest/slowest-files.cjs'],
  testTimeout: 60000,
  maxWorkers: '100%',
};
