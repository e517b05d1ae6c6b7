import { Notice, type NoticeTone } from '../layout/notice.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';
import { Document } from './document.js';
import { Header, type NavItem, type PageActor } from './header.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { UnsavedDialog } from './unsaved-dialog.js';

/** The answer to what was just done, shown once on the next page. */
export interface Flash {
  tone: NoticeTone;
  text: string;
}

export interface PageProps {
  title: string;
  actor: PageActor;
  nav: readonly NavItem[];
  csrfToken: string;
  flash?: Flash | undefined;
  /** `wide` for lists and the supervisor's month, `reading` for forms. */
  width?: 'normal' | 'wide' | 'reading' | undefined;
  /** What was searched for, kept in the search box. */
  searchQuery?: string | undefined;
  /** Whether this person may log consultations. */
  canLogConsultation?: boolean | undefined;
  /** Whether this person may search for people. */
  canSearch?: boolean | undefined;
  /** Whether what stands in the form of the page's own address was typed and is saved nowhere. */
  unsaved?: boolean | undefined;
  children?: Slot;
}

/** A page of the application for someone signed in. */
export function Page(props: PageProps): JSX.Element {
  const { title, csrfToken, actor, flash, width = 'normal', children } = props;
  return (
    <Document title={title} csrfToken={csrfToken} bodyClass={`side-of-${actor.side}`} unsaved={props.unsaved}>
      <SkipLink />
      <Header {...props} />
      <main id="main" class={`main main-${width}`} tabindex="-1">
        {flash === undefined ? null : <Notice tone={flash.tone} text={flash.text} live />}
        {children}
      </main>
      <Footer text={`${actor.siteName}　${actor.organisationName}`} />
      <ShortcutsDialog />
      <UnsavedDialog />
    </Document>
  );
}

export interface BarePageProps {
  title: string;
  csrfToken?: string | undefined;
  flash?: Flash | undefined;
  children?: Slot;
}

/** A page without menu: sign-in, first set-up, errors before anyone is known. */
export function BarePage({ title, csrfToken, flash, children }: BarePageProps): JSX.Element {
  return (
    <Document title={title} csrfToken={csrfToken} bodyClass="bare">
      <SkipLink />
      <header class="bare-header">
        <p class="wordmark">{words.product}</p>
      </header>
      <main id="main" class="main main-bare" tabindex="-1">
        {flash === undefined ? null : <Notice tone={flash.tone} text={flash.text} live />}
        {children}
      </main>
      <Footer text={words.tagline} />
    </Document>
  );
}

function SkipLink(): JSX.Element {
  return (
    <a class="skip-link" href="#main">
      {words.skip}
    </a>
  );
}

function Footer({ text }: { text: string }): JSX.Element {
  return (
    <footer class="footer">
      <p safe>{text}</p>
      <p class="footer-product">{words.product}</p>
    </footer>
  );
}
