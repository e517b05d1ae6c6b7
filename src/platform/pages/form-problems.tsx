import { formatWareki, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { fill, ja } from '#messages';
import { BlockedReasons, Disclosure, ErrorSummary, Stack, StaleNotice, TypedText } from '#ui';
import type { FormState } from './form-state.js';

const screenWords = ja.screens.platform;

export interface FormProblemsProps {
  readonly form: FormState;
  /** Where the record can be read as it is now. */
  readonly currentHref: string;
  readonly idPrefix?: string;
  /** After a stale edit: fields that are saved differently from what was typed. */
  readonly changes?: readonly { readonly label: string; readonly saved: string; readonly typed: string }[];
}

/** Everything that kept a form from being saved: wrong fields, reasons of the rules, somebody who was faster. */
export function FormProblems({ form, currentHref, idPrefix, changes = [] }: FormProblemsProps): JSX.Element {
  const { stale } = form;
  return (
    <>
      <ErrorSummary errors={form.summary} idPrefix={idPrefix} />
      {form.reasons.length === 0 ? null : (
        <BlockedReasons title={screenWords.notSaved} reasons={form.reasons.map((text) => ({ text }))} />
      )}
      {stale === undefined ? null : (
        <StaleNotice
          changedBy={stale.changedBy}
          changedAt={`${formatWareki(tokyoDateOf(stale.changedAt))} ${tokyoTimeOf(stale.changedAt)}`}
          changes={changes}
          currentHref={currentHref}
        />
      )}
      <WordsTyped form={form} />
    </>
  );
}

/**
 * What was typed, below the reasons of the rules or of somebody who was faster: after either, the form may not be on the
 * page any more. Folded away, for mostly it still is.
 */
export function WordsTyped({ form: { reasons, stale, words } }: { form: FormState }): JSX.Element {
  if (words.length === 0 || (reasons.length === 0 && stale === undefined)) return '';
  return (
    <Disclosure title={fill(screenWords.typedNotSaved, { typed: ja.keptForm.typed })}>
      <Stack>
        {words.map((text) => (
          <TypedText text={text} />
        ))}
      </Stack>
    </Disclosure>
  );
}
