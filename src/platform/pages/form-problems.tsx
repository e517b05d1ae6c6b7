import { formatWareki, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { BlockedReasons, ErrorSummary, StaleNotice } from '#ui';
import type { FormState } from './form-state.js';

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
      {form.reasons.length === 0 ? null : <BlockedReasons title="保存できませんでした" reasons={form.reasons.map((text) => ({ text }))} />}
      {stale === undefined ? null : (
        <StaleNotice
          changedBy={stale.changedBy}
          changedAt={`${formatWareki(tokyoDateOf(stale.changedAt))} ${tokyoTimeOf(stale.changedAt)}`}
          changes={changes}
          currentHref={currentHref}
        />
      )}
    </>
  );
}
