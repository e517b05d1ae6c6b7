import { Icon } from '../icons/icon.js';
import { Link } from '../text/link.js';
import { safeUrl } from '../text/safe-url.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';

const panelId = 'peek';

export interface PeekLinkProps {
  /** The whole page, where no script runs. */
  href: string;
  /** Answers with `Peek`. */
  peekHref: string;
  /** Whose summary it is. */
  context: string;
}

/** Opens the summary of a row beside the list. */
export function PeekLink({ href, peekHref, context }: PeekLinkProps): JSX.Element {
  return (
    <a
      class="peek-link"
      href={safeUrl(href)}
      hx-get={safeUrl(peekHref)}
      hx-target={`#${panelId}`}
      hx-swap="innerHTML"
      data-peek-link
    >
      <span>{words.summary}</span>
      <span class="visually-hidden" safe>
        {`（${context}）`}
      </span>
    </a>
  );
}

/** A list with room for the summary of one of its rows (`peek`, when the page opens with one). Empty, it takes no width. */
export function WithPeek({ peek, children }: { peek?: Slot; children?: Slot }): JSX.Element {
  return (
    <div class="with-peek">
      <div class="with-peek-list">{children}</div>
      <aside class="peek" id={panelId} aria-label={words.summary} aria-live="polite" tabindex="-1">
        {peek}
      </aside>
    </div>
  );
}

export interface PeekProps {
  title: string;
  /** The whole page. */
  href: string;
  children?: Slot;
}

/** The fragment that fills the panel. */
export function Peek({ title, href, children }: PeekProps): JSX.Element {
  return (
    <div class="peek-content">
      <div class="peek-head">
        <h2 class="heading-3">
          <Link href={href} text={title} />
        </h2>
        <button class="icon-button" type="button" data-close-peek>
          <Icon name="close" label={words.close} />
        </button>
      </div>
      {children}
    </div>
  );
}
