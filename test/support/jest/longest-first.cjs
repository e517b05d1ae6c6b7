const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Where the long ones are, the longest first. */
const LONG = [
  'test/demonstration/',
  'test/journeys/start',
  'test/access/',
  'test/journeys/every-page/',
  'test/journeys/',
];

/**
 * Jest begins with what took longest the last time, and on a new checkout with the largest files. There the long specs go first:
 * one that began last would run alone, with the other cores idle.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const rank = ({ path: file, context }) => {
      const known = LONG.findIndex((place) => path.relative(context.config.rootDir, file).startsWith(place));
      return known === -1 ? LONG.length : known;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
};
