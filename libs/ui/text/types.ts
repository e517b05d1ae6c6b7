import type { Children } from '@kitajs/html';

/** Who employs the person acting: 自治体側 or 国側. */
export type Side = 'municipal' | 'national';

/** Who has to act: a side, or the jobseeker (本人). */
export type Party = Side | 'jobseeker';

/** What a coloured element says, always repeated in words. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/**
 * Elements to place inside a component. Only finished elements belong here; plain text goes through the `text` props,
 * which are escaped.
 */
export type Slot = Children;

/** Extra attributes for the control itself, such as `hx-*` or `data-*`. Pass typed text through `attributeText`, addresses through `safeUrl`. */
export type ExtraAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Whether a slot has anything to show; an empty one needs no box around it. */
export function isFilled(slot: Slot): boolean {
  return slot !== undefined && slot !== null && slot !== '' && slot !== false;
}
