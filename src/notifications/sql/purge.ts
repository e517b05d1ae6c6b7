import { purgeRoutine, routines } from '../../platform/sql/index.js';

/** Notices that were read. One that reminds of what is still due stays: it is what keeps the reminder from coming again. */
export const NOTIFICATION_PURGE = routines(
  'notices that were read',
  purgeRoutine(
    'purge_notifications',
    'notification',
    't.read_at < p_before AND NOT EXISTS (SELECT 1 FROM due_work w WHERE w.subject_id = t.subject_id AND w.due_on = t.due_on)',
  ),
  'DROP FUNCTION IF EXISTS purge_notifications(timestamptz)',
);
