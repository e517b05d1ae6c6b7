import { attributeText, safeUrl } from '../text/safe-url.js';
import type { ExtraAttributes, Slot } from '../text/types.js';
import { Button, ButtonLink, type ButtonVariant } from '../layout/button.js';
import { words } from '../words.js';

/** What every form that writes carries. */
export interface FormKeys {
  csrfToken: string;
  /** Made once per page, so that a second click or a retry makes no second record. */
  idempotencyKey?: string | undefined;
}

/** Values by name that travel unseen; several under one name as a list. */
export type HiddenFields = Readonly<Record<string, string | number | readonly string[]>>;

export interface FormProps extends FormKeys {
  action: string;
  id?: string | undefined;
  /** Further hidden values, for example the version that was read. */
  hidden?: HiddenFields | undefined;
  /** For forms with a file; the token then has to travel in the address or a header. */
  enctype?: 'multipart/form-data' | undefined;
  attrs?: ExtraAttributes | undefined;
  children?: Slot;
}

/** Hidden inputs, one per value. */
export function HiddenValues({ values }: { values: HiddenFields }): JSX.Element {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((each) => <input type="hidden" name={attributeText(name)} value={attributeText(String(each))} />),
      )}
    </>
  );
}

/**
 * A form that writes (POST). Enter in a line and Ctrl+Enter save it, whatever buttons stand in it; a second click does not
 * send it twice; what is typed is not left behind unasked.
 */
export function Form(props: FormProps): JSX.Element {
  const { action, csrfToken, idempotencyKey, id, hidden = {}, enctype, attrs = {}, children } = props;
  const keys: Record<string, string> = { _csrf: csrfToken };
  if (idempotencyKey !== undefined) keys['_key'] = idempotencyKey;
  return (
    <form method="post" action={safeUrl(action)} id={id} enctype={enctype} class="form" novalidate data-form {...attrs}>
      <HiddenValues values={{ ...keys, ...hidden }} />
      {beginsAuxiliary(children) ? <SavesOnEnter /> : null}
      {children}
    </form>
  );
}

/** Whether Enter would press a button that does not save: browsers take the first. */
function beginsAuxiliary(children: Slot): boolean {
  const [first] = /<button\b[^>]*\btype="submit"[^>]*>/.exec(String(children)) ?? [];
  return first?.includes(' data-auxiliary') ?? false;
}

/** The first button of the form, for Enter alone: rendered, since some browsers press no button that is not. */
function SavesOnEnter(): JSX.Element {
  return <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>;
}

export interface SubmitRowProps {
  save?: string | undefined;
  /** Label of the second button, which sends `_after=next`; absent when there is no next. */
  next?: string | boolean | undefined;
  cancelHref?: string | undefined;
  variant?: ButtonVariant | undefined;
  children?: Slot;
}

/** Save, save and go on, or leave. */
export function SubmitRow({
  save = words.save,
  next,
  cancelHref,
  variant = 'primary',
  children,
}: SubmitRowProps): JSX.Element {
  const nextLabel = next === true ? words.saveAndNext : next === false ? undefined : next;
  return (
    <div class="submit-row">
      <Button text={save} variant={variant} size="large" />
      {nextLabel === undefined ? null : (
        <Button text={nextLabel} variant="secondary" size="large" name="_after" value="next" />
      )}
      {cancelHref === undefined ? null : (
        <ButtonLink text={words.cancel} href={cancelHref} variant="text" size="large" />
      )}
      {children}
    </div>
  );
}

export interface PostButtonProps extends FormKeys {
  action: string;
  text: string;
  variant?: ButtonVariant | undefined;
  size?: 'small' | 'medium' | undefined;
  hidden?: Readonly<Record<string, string | number>> | undefined;
  context?: string | undefined;
}

/** One act with nothing to fill in: accept, reopen, sign out. */
export function PostButton({
  text,
  variant = 'secondary',
  size = 'medium',
  context,
  ...form
}: PostButtonProps): JSX.Element {
  return (
    <Form {...form} attrs={{ class: 'form-inline' }}>
      <Button text={text} variant={variant} size={size} context={context} />
    </Form>
  );
}
