import { formatWareki, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { ja } from '#messages';
import { BlockedReasons, ErrorSummary, StaleNotice } from '#ui';
import { type FormState, WordsTyped } from '../../platform/pages/index.js';

const words = ja.screens.supportCases;

export interface RefusalProps {
  /** The form as it was refused; nothing is shown without one. */
  readonly form: FormState | undefined;
  /** Tells the fields of several forms of one page apart. */
  readonly idPrefix?: string | undefined;
  /** Where the newest state can be read. */
  readonly currentHref: string;
}

/** Everything that stands against what was just sent: wrong fields, blocking reasons, somebody who saved first. */
export function Refusal({ form, idPrefix, currentHref }: RefusalProps): JSX.Element {
  if (!form?.hasErrors) return '';
  const { stale } = form;
  return (
    <>
      <ErrorSummary errors={form.summary} idPrefix={idPrefix} />
      <BlockedReasons title={words.notPossibleNow} reasons={form.reasons.map((text) => ({ text }))} />
      {stale === undefined ? null : (
        <StaleNotice
          changedBy={stale.changedBy}
          changedAt={`${formatWareki(tokyoDateOf(stale.changedAt))} ${tokyoTimeOf(stale.changedAt)}`}
          currentHref={currentHref}
        />
      )}
      <WordsTyped form={form} />
    </>
  );
}
