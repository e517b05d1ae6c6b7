export { CONTEXT_ROUTINES, WORKER_ENTRY } from './context.js';
export { freshNumbers } from './fresh-numbers.js';
export { APP_ROLE, policies, REPORT_ROLE, type RepeatableSql, routines, SIGN_IN_ROLE, view } from './repeatable.js';
export { SCHEMA_VERSION } from './schema-version.js';
export {
  countable,
  isColleague,
  concernsOwn,
  jobseekerVisible,
  keptRecord,
  personalRecord,
  recordVisible,
  referenceTable,
  siteTable,
} from './visibility.js';
export { purgeRoutine } from './purge.js';
