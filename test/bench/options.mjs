// Options of the bench: `--cost`, `--jobs=log,list`, `--history=10`; see README.md.
const DEFAULTS = {
  /** Which jobs; all unless named. */
  jobs: [],
  /** Multiples of the standard data: years of history, sites. */
  history: 1,
  sites: 1,
  /** A tenth of the people for a quick look; figures of such a run promise nothing. */
  scale: 1,
  /** Fills the database anew. */
  fresh: false,
  seconds: 4,
  rounds: 3,
  connections: 8,
  /** People at work at once, for so many seconds; 0 leaves the load out. */
  people: 0,
  cost: false,
  statements: false,
  /** The cost at ten times the history and at ten times the sites. */
  growth: false,
  'roll-up': false,
  /** Wrong passwords by the hundred, and who is answered meanwhile. */
  'sign-in': false,
};

/** @param {string[]} argv */
export function readOptions(argv) {
  const options = { ...DEFAULTS };
  for (let index = 0; index < argv.length; index += 1) {
    const [, name, given] = /^--([a-z-]+)(?:=(.*))?$/.exec(argv[index]) ?? [];
    if (name === undefined || !(name in DEFAULTS)) throw new Error(usage());
    const kind = DEFAULTS[name];
    if (typeof kind === 'boolean') options[name] = true;
    else {
      const text = given ?? argv[++index] ?? '';
      options[name] = Array.isArray(kind) ? text.split(',').filter(Boolean) : wholeNumber(text);
    }
  }
  return options;
}

function wholeNumber(text) {
  const value = Number(text);
  if (text === '' || !Number.isInteger(value) || value < 0) throw new Error(usage());
  return value;
}

function usage() {
  const one = ([name, kind]) =>
    typeof kind === 'boolean' ? `[--${name}]` : `[--${name}=${Array.isArray(kind) ? 'a,b' : 'N'}]`;
  return `Options: ${Object.entries(DEFAULTS).map(one).join(' ')}`;
}
