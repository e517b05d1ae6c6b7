import { ListOrder } from '../platform/http/index.js';

/** 操作の記録, newest first. */
export const AUDIT_NEWEST_FIRST = new ListOrder('audit', { at: 'moment', id: 'id' });
