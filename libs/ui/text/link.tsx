import { safeUrl } from './safe-url.js';

export interface LinkProps {
  href: string;
  text: string;
  /** `aria-current` for navigation. */
  current?: 'page' | 'step' | undefined;
  class?: string | undefined;
  /** Said to screen readers after the text, for links that look alike in a list. */
  context?: string | undefined;
  /** Gives up what was typed, as its text says: nobody is asked again. */
  discards?: boolean | undefined;
}

/** A text link. */
export function Link({ href, text, current, context, discards, class: className }: LinkProps): JSX.Element {
  return (
    <a href={safeUrl(href)} class={className} aria-current={current} data-discard={discards}>
      <span safe>{text}</span>
      {context === undefined ? null : (
        <span class="visually-hidden" safe>
          {`（${context}）`}
        </span>
      )}
    </a>
  );
}

/** Text for screen readers only. */
export function VisuallyHidden({ text }: { text: string }): JSX.Element {
  return (
    <span class="visually-hidden" safe>
      {text}
    </span>
  );
}
