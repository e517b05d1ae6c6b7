import type { GivenReason } from '../../../organisations/index.js';

/** 理由 in words: the one from the list, what was added in brackets; undefined where none was given. */
export function reasonInWords(reason: GivenReason | null): string | undefined {
  if (reason === null) return undefined;
  const { name, note } = reason;
  return name !== null && note !== null ? `${name}（${note}）` : (name ?? note ?? undefined);
}
