import { ListOrder } from '../../src/platform/http/index.js';

/** A place that is one in the caseload, and in no other list. */
export const CASELOAD_CURSOR = new ListOrder('caseload', { kana: 'text', id: 'id' }).cursorAfter({
  kana: 'ミホン',
  id: '0198c5d0-0000-7000-8000-000000000000',
});
