import { type Html, type SeeOther, seeOther } from '../../platform/http/index.js';
import { formState, type FormState } from '../../platform/pages/index.js';

/** Of a page with several forms, each a step of its own: the one that was refused, with what was typed. */
export interface RefusedStep<Step extends string> {
  readonly step: Step;
  readonly form: FormState;
}

export interface StepOnPage<Step extends string> {
  readonly step: Step;
  /** As it came from the form. */
  readonly body: Record<string, unknown>;
  /** Where to go on after it was taken. */
  readonly done: string;
  /** Shows the page with the refused step. */
  readonly again: (refused: RefusedStep<Step>) => Promise<Html>;
}

/** Takes a step of a page; when it is refused, the page is shown again and nothing typed is lost. */
export async function takeStep<Step extends string>(
  { step, body, done, again }: StepOnPage<Step>,
  act: () => Promise<unknown>,
): Promise<Html | SeeOther> {
  try {
    await act();
    return seeOther(done, 'saved');
  } catch (error) {
    return again({ step, form: formState(body, error) });
  }
}

/** What was typed for a step if it was refused, else what suggests itself. */
export function formOfStep<Step extends string>(
  refused: RefusedStep<Step> | undefined,
  step: Step,
  suggested: object,
): FormState {
  return refused?.step === step ? refused.form : formState(suggested);
}
