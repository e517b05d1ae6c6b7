import { Icon, type IconName } from '../icons/icon.js';
import { attributeText, safeUrl } from '../text/safe-url.js';
import type { ExtraAttributes } from '../text/types.js';
import { words } from '../words.js';

export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'danger';

interface ButtonLook {
  text: string;
  variant?: ButtonVariant | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  icon?: IconName | undefined;
  /** Said to screen readers after the text, for buttons that look alike in a list. */
  context?: string | undefined;
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  formaction?: string | undefined;
  /** Sends the form for something else than saving (a further row, a print): neither Enter nor Ctrl+Enter presses it. */
  auxiliary?: boolean | undefined;
  /** The `id` of the form it belongs to when it stands outside. */
  form?: string | undefined;
  attrs?: ExtraAttributes | undefined;
}

function ButtonContent({ text, icon, context }: ButtonLook): JSX.Element {
  return (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      <span safe>{text}</span>
      {context === undefined ? null : (
        <span class="visually-hidden" safe>
          {`（${context}）`}
        </span>
      )}
    </>
  );
}

/** A button; `submit` unless said otherwise. */
export function Button(props: ButtonProps): JSX.Element {
  const {
    variant = 'primary',
    size = 'medium',
    type = 'submit',
    name,
    value,
    formaction,
    form,
    auxiliary,
    attrs = {},
  } = props;
  return (
    <button
      type={type}
      class={`button button-${variant} button-${size}`}
      name={name}
      value={value === undefined ? undefined : attributeText(value)}
      formaction={formaction === undefined ? undefined : safeUrl(formaction)}
      form={form}
      data-auxiliary={auxiliary}
      {...attrs}
    >
      <ButtonContent {...props} />
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook {
  href: string;
  attrs?: ExtraAttributes | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  const { href, variant = 'secondary', size = 'medium', attrs = {} } = props;
  return (
    <a href={safeUrl(href)} class={`button button-${variant} button-${size}`} {...attrs}>
      <ButtonContent {...props} />
    </a>
  );
}

/** Prints the page; there only where a script can. */
export function PrintButton({ text = words.print }: { text?: string }): JSX.Element {
  return (
    <span class="with-script">
      <Button text={text} type="button" variant="secondary" icon="print" attrs={{ 'data-print': true }} />
    </span>
  );
}
