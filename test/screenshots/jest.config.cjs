// The pictures are taken with what the browser journeys use; `npm test` does not take them.
const common = require('../jest.config.cjs');

module.exports = {
  ...common,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/screenshots/pictures.ts'],
  testTimeout: 900_000,
};
