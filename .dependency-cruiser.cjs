// The directions between rooms. What each room is for: README, "How the code is cut".

const SPEC = '\\.spec\\.tsx?$';
/** Lists the SQL that every feature keeps for itself, so that migrating loads no feature. */
const REPEATABLES = '^migrations/repeatable\\.ts$';

/** Rooms of libs and the other rooms each may enter. */
const LIBS = {
  kernel: [],
  messages: ['kernel'],
  access: ['kernel'],
  domain: ['kernel', 'messages', 'access'],
  indicators: ['kernel', 'messages'],
  ui: ['kernel', 'messages'],
  activity: ['kernel', 'messages', 'access', 'domain', 'ui'],
};

/**
 * Features of src and the features each is built on: the shorter-lived imports the longer-lived, also what that is
 * built on. An upward question is a port that the lower room declares and the higher one registers.
 */
const FEATURES = {
  auth: [],
  backups: [],
  organisations: ['auth', 'backups'],
  'team-members': ['organisations'],
  founding: ['team-members'],
  jobseekers: ['team-members'],
  employers: ['team-members'],
  events: ['team-members'],
  consents: ['jobseekers'],
  visits: ['jobseekers'],
  outreach: ['jobseekers'],
  'support-cases': ['consents', 'visits'],
  'support-teams': ['support-cases'],
  'support-requests': ['support-teams'],
  'support-plans': ['support-cases'],
  consultations: ['support-plans'],
  referrals: ['support-cases', 'employers', 'events'],
  placements: ['referrals'],
  'yearly-plans': ['organisations'],
  indicators: ['yearly-plans'],
  notifications: ['jobseekers', 'yearly-plans'],
  timeline: ['support-cases'],
  audit: ['organisations'],
  reports: ['indicators', 'notifications'],
};

/** Only read what others write: no feature builds on them. */
const READERS = ['timeline', 'audit', 'reports'];
/** Compose anything through the doors, and are themselves started from the top. */
const COMPOSERS = ['workspaces', 'imports', 'demonstration'];

const allBelow = (feature) => (FEATURES[feature] ?? []).flatMap((below) => [below, ...allBelow(below)]);
const anyOf = (names) => `(${names.join('|')})`;

/** npm packages that know nothing of servers and databases. Everything else stays out of libs. */
const LIBS_PACKAGES = ['@kitajs/html', 'yaml'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other at run time are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'libs-know-no-machinery',
      comment: 'libs is true on paper: nothing of src, no framework, no network, no files.',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPEC },
      to: { pathNot: ['^libs/', ...LIBS_PACKAGES.map((name) => `node_modules/${name}/`)] },
    },
    ...Object.entries(LIBS).map(([room, enters]) => ({
      name: `libs-${room}-direction`,
      comment: `${room} may enter: ${enters.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: `^libs/${room}/`, pathNot: SPEC },
      to: { path: '^libs/', pathNot: `^libs/${anyOf([room, ...enters])}/` },
    })),
    {
      name: 'libs-room-by-its-door',
      comment: 'A room of libs is entered through its index.ts (#kernel, #ui, ...).',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(?!domain/)[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'libs-noun-by-its-door',
      comment: 'A noun of the domain is entered through its index.ts (#domain/<noun>), by its neighbours too.',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/' },
      to: { path: '^libs/domain/', pathNot: ['^libs/domain/$1/', '^libs/domain/[^/]+/index\\.ts$'] },
    },
    {
      name: 'libs-by-the-door-from-outside',
      comment: 'src, migrations and tests enter libs through the doors.',
      severity: 'error',
      from: { pathNot: '^libs/' },
      to: { path: '^libs/', pathNot: '^libs/(domain/)?[^/]+/index\\.ts$' },
    },
    {
      name: 'noun-by-its-door-from-other-rooms',
      comment: 'Other rooms of libs enter the domain through the doors of its nouns.',
      severity: 'error',
      from: { path: '^libs/(?!domain/)' },
      to: { path: '^libs/domain/', pathNot: '^libs/domain/[^/]+/index\\.ts$' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Only tests import tests.',
      severity: 'error',
      from: { path: '^(src|libs|migrations)/', pathNot: SPEC },
      to: { path: ['^test/', SPEC] },
    },
    {
      name: 'feature-by-its-door',
      comment: 'A feature is entered through its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(?!platform/)[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'feature-by-its-door-from-the-top',
      comment: 'The entry points, migrations and libs enter a feature through its index.ts.',
      severity: 'error',
      from: { path: ['^src/[^/]+\\.tsx?$', '^(migrations|libs)/'], pathNot: [SPEC, REPEATABLES] },
      to: { path: '^src/(?!platform/)[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    ...Object.keys(FEATURES).map((feature) => ({
      name: `src-${feature}-direction`,
      comment: `${feature} may enter: ${[...new Set(allBelow(feature))].join(', ') || 'no other feature'}.`,
      severity: 'error',
      from: { path: `^src/${feature}/`, pathNot: SPEC },
      to: { path: '^src/(?!platform/)[^/]+/', pathNot: `^src/${anyOf([feature, ...allBelow(feature)])}/` },
    })),
    {
      name: 'platform-knows-no-feature',
      comment: 'The machinery serves any feature and knows none.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: SPEC },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'platform-by-its-doors',
      comment: 'Features use the machinery by the index.ts of its rooms.',
      severity: 'error',
      from: { path: '^src/(?!platform/)[^/]+/' },
      to: { path: '^src/platform/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
    },
    {
      name: 'readers-are-not-built-on',
      comment:
        'timeline, audit and reports only read; the unit of work owns the writing. workspaces may show them, the demonstration fills them.',
      severity: 'error',
      from: {
        path: '^(src|libs|migrations)/',
        pathNot: [
          `^src/${anyOf([...READERS, 'workspaces', 'demonstration'])}/`,
          '^src/app\\.module\\.ts$',
          SPEC,
          REPEATABLES,
        ],
      },
      to: { path: `^src/${anyOf(READERS)}/` },
    },
    {
      name: 'workspaces-are-composed-last',
      comment: 'workspaces compose the pages of all features; only the application puts them in.',
      severity: 'error',
      from: {
        path: '^(src|libs|migrations)/',
        pathNot: ['^src/workspaces/', '^src/app\\.module\\.ts$', SPEC, REPEATABLES],
      },
      to: { path: '^src/workspaces/' },
    },
    {
      name: 'composers-are-started-from-the-top',
      comment: 'They call any service as a user would; only the entry points call them.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: SPEC },
      to: { path: `^src/${anyOf(COMPOSERS)}/`, pathNot: '^src/$1/' },
    },
    {
      name: 'repeatable-sql-is-only-text',
      comment: 'What migrating reads of a feature is its SQL, which needs nothing but the words of src/platform/sql.',
      severity: 'error',
      from: { path: '/sql/', pathNot: SPEC },
      to: { pathNot: ['^src/platform/sql/', '^src/[^/]+/sql/', '^src/platform/unit-of-work/sql/', '^libs/'] },
    },
    {
      name: 'repeatable-list-reads-sql',
      comment: 'migrations/repeatable.ts lists SQL and nothing else of a feature.',
      severity: 'error',
      from: { path: REPEATABLES },
      to: { path: '^src/', pathNot: ['^src/platform/sql/', '^src/[^/]+/sql/', '^src/platform/unit-of-work/sql/'] },
    },
    {
      name: 'demonstration-stays-out-of-the-office',
      comment: 'The image of an installation is built without it: only what the image leaves out may need it.',
      severity: 'error',
      from: { pathNot: ['^src/demonstration/', '^src/(start|published-figures)\\.ts$', '^test/', SPEC] },
      to: { path: '^src/demonstration/' },
    },
    {
      name: 'every-feature-has-its-place',
      comment:
        'A new folder of src is entered in FEATURES (or COMPOSERS) of .dependency-cruiser.cjs before it is imported.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/${anyOf(['platform', ...Object.keys(FEATURES), ...COMPOSERS])}/` },
    },
    {
      name: 'resolvable',
      comment: 'What is imported is there; what is compiled into dist/ may not be yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
    },
    {
      name: 'declared-packages',
      comment: 'A package used at run time is a dependency of ours, not of somebody else or of the tests.',
      severity: 'error',
      from: { path: '^(src|libs|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^src/build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.ci/import-aliases.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
