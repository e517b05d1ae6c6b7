/** 出来事: the one registry of what can happen at a site and to a person. */
export { type ActivityDefinition, type Audience, type AuditClass, type Notice, AUDIT_CLASSES } from './definition.js';
export {
  type Activity,
  type ActivityKind,
  type AnyActivity,
  type Changes,
  type DataOf,
  ACTIVITIES,
  ACTIVITY_KINDS,
  activityOf,
  kindsOfClass,
} from './registry.js';
export { keptChanges } from './kept-values.js';
export { type Colleague, recipientsOf } from './recipients.js';
export { SECURITY_KINDS } from './security.js';
export { type SubjectType, SUBJECTS, subjectOf } from './subjects.js';
