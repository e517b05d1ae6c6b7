const path = require('node:path');

const SHOWN = 10;

/** Prints, at the end of a run, which files took longest: where to look when the run grows slow. */
module.exports = class SlowestFiles {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const inSeconds = testResults
      .map(({ testFilePath, perfStats }) => ({
        file: path.relative(this.rootDir, testFilePath),
        seconds: (perfStats.end - perfStats.start) / 1000,
      }))
      .sort((a, b) => b.seconds - a.seconds);
    const lines = inSeconds.slice(0, SHOWN).map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
    const whole = inSeconds.reduce((sum, { seconds }) => sum + seconds, 0);
    process.stderr.write(
      `\nThe slowest of ${inSeconds.length} files (${Math.round(whole)} s in all):\n${lines.join('\n')}\n`,
    );
  }
};
