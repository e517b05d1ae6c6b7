import { CONSULTATION_CHANNELS, CONSULTATION_KINDS, CONSULTATION_OUTCOMES } from '#domain/consultation';
import { ja } from '#messages';
import type { Choice } from '#ui';

/** The codes as chips; inside a group the digits choose. */
const withDigits = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>): Choice[] =>
  codes.map((code, index) => ({ value: code, label: names[code], key: String(index + 1) }));

export const KIND_CHOICES = withDigits(CONSULTATION_KINDS, ja.codes.consultationKind);
export const CHANNEL_CHOICES = withDigits(CONSULTATION_CHANNELS, ja.codes.channel);
export const OUTCOME_CHOICES = withDigits(CONSULTATION_OUTCOMES, ja.codes.consultationOutcome);
