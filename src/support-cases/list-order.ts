import { ListOrder } from '../platform/http/index.js';

/** 支援ケース, newest first. */
export const CASES_NEWEST_FIRST = new ListOrder('cases', { id: 'id' });
