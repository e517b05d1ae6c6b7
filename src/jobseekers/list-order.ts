import { ListOrder } from '../platform/http/index.js';

/** 求職者 that were looked for, in the order of the key they were found by: reading, given name, part of the written name or number. */
export const FOUND_BY_KEY = new ListOrder('jobseekers.found', { sortedBy: 'text', id: 'id' });

/** 求職者 when nothing was looked for: who was changed last comes first. */
export const RECENTLY_CHANGED = new ListOrder('jobseekers.recent', { sortedBy: 'moment', id: 'id' });
