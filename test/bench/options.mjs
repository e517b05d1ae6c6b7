// Options of the bench, all numbers; `--name value`.
const DEFAULTS = { people: 20_000, consultations: 200_000, sites: 10, seconds: 4, rounds: 3, connections: 8 };

/** @param {string[]} argv */
export function readOptions(argv) {
  const options = { ...DEFAULTS };
  for (let index = 0; index < argv.length; index += 2) {
    const name = argv[index]?.replace(/^--/, '');
    const value = Number(argv[index + 1]);
    if (!(name in DEFAULTS) || !Number.isInteger(value) || value < 1) {
      throw new Error(
        `Options are ${Object.keys(DEFAULTS)
          .map((key) => `--${key} N`)
          .join(' ')}`,
      );
    }
    options[name] = value;
  }
  return options;
}
