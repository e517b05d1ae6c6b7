import { ListOrder } from '../platform/http/index.js';

/** 事業所, by reading. */
export const EMPLOYERS_BY_READING = new ListOrder('employers', { id: 'id' });
