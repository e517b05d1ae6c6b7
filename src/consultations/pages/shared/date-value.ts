import { type DateInput, type IsoDate, isBlankDate, isIsoDate } from '#kernel';
import type { FormState } from '../../../platform/pages/index.js';

/** What the boxes of a date show: what was typed, else the date filled in; nothing in them leaves the era to the boxes. */
export function dateValue(form: FormState, name: string): IsoDate | DateInput | undefined {
  const whole = form.value(name);
  if (isIsoDate(whole)) return whole;
  const typed = form.date(name);
  return isBlankDate(typed) ? undefined : typed;
}
