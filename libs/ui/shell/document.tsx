import { nameErrors } from '../forms/error-links.js';
import { attributeText } from '../text/safe-url.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';

/** Style sheets of every page, in the order in which they override each other. */
const stylesheets = ['tokens', 'base', 'shell', 'layout', 'forms', 'lists', 'badges', 'case', 'charts', 'print'];

/** htmx evaluates no code and adds no styles of its own, so that the page can forbid both. */
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: false });

export interface DocumentProps {
  title: string;
  /** Sent by scripts as `x-csrf-token`. */
  csrfToken?: string | undefined;
  bodyClass?: string | undefined;
  unsaved?: boolean | undefined;
  children?: Slot;
}

/** The HTML document around every page. Nothing in it comes from outside the server. */
export function Document({ title, csrfToken, bodyClass, unsaved, children }: DocumentProps): JSX.Element {
  const html = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="referrer" content="same-origin" />
        <title safe>{`${title} | ${words.product}`}</title>
        {csrfToken === undefined ? null : <meta name="csrf-token" content={attributeText(csrfToken)} />}
        <meta name="htmx-config" content={attributeText(htmxConfig)} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {stylesheets.map((sheet) => (
          <link rel="stylesheet" href={`/assets/${sheet}.css`} />
        ))}
        <script src="/assets/htmx.min.js" defer></script>
        <script src="/assets/app.js" type="module"></script>
      </head>
      <body class={bodyClass} data-unsaved={unsaved}>
        {children}
      </body>
    </html>
  );
  return `<!doctype html>${nameErrors(String(html))}`;
}
