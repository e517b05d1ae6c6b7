import { ListOrder } from '../platform/http/index.js';

/** 支援の経過 of a case, newest first. */
export const TIMELINE_NEWEST_FIRST = new ListOrder('timeline', { id: 'id' });
