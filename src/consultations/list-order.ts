import { ListOrder } from '../platform/http/index.js';

/** 相談の記録 of a person or of a case, newest first. */
export const CONSULTATIONS_NEWEST_FIRST = new ListOrder('consultations', { id: 'id' });
