import { SideMark } from '../badges/side-mark.js';
import { HiddenValues } from '../forms/form.js';
import { Icon } from '../icons/icon.js';
import { ButtonLink } from '../layout/button.js';
import { attributeText, safeUrl } from '../text/safe-url.js';
import type { Side } from '../text/types.js';
import { words } from '../words.js';

/** Who is signed in, in words. */
export interface PageActor {
  name: string;
  organisationName: string;
  side: Side;
  /** 担当職員, 管理者 … */
  roleLabel: string;
  siteName: string;
}

export interface NavItem {
  label: string;
  href: string;
  current?: boolean | undefined;
  /** How many things wait there. */
  count?: number | undefined;
}

export interface HeaderProps {
  actor: PageActor;
  nav: readonly NavItem[];
  csrfToken: string;
  searchQuery?: string | undefined;
  canLogConsultation?: boolean | undefined;
  canSearch?: boolean | undefined;
}

/** The head of every page: where one works, who one is, the menu, the search, the most frequent act. */
export function Header({
  actor,
  nav,
  csrfToken,
  searchQuery,
  canLogConsultation = true,
  canSearch = true,
}: HeaderProps): JSX.Element {
  return (
    <header class="header">
      <div class="header-line">
        <a class="wordmark" href="/">
          <span>{words.product}</span>
        </a>
        <p class="header-site">
          <SideMark side={actor.side} />
          <span class="header-site-name" safe>
            {actor.siteName}
          </span>
        </p>
        {canSearch ? <SearchBox query={searchQuery} /> : null}
        {canLogConsultation ? (
          <ButtonLink
            text={words.logConsultation}
            href="/consultations/new"
            variant="primary"
            icon="plus"
            attrs={{ 'aria-keyshortcuts': 'n' }}
          />
        ) : null}
        <AccountMenu actor={actor} csrfToken={csrfToken} />
      </div>
      <MainNavigation items={nav} />
    </header>
  );
}

function SearchBox({ query = '' }: { query?: string | undefined }): JSX.Element {
  return (
    <form class="search" method="get" action="/jobseekers" role="search">
      <label class="visually-hidden" for="site-search">
        {words.searchPeople}
      </label>
      <input
        class="input search-input"
        id="site-search"
        type="search"
        name="q"
        value={attributeText(query)}
        placeholder={words.searchPeople}
        autocomplete="off"
        aria-keyshortcuts="/"
      />
      <button class="search-button" type="submit">
        <Icon name="search" label={words.search} />
      </button>
    </form>
  );
}

function AccountMenu({ actor, csrfToken }: { actor: PageActor; csrfToken: string }): JSX.Element {
  return (
    <details class="menu" data-menu>
      <summary class="menu-summary">
        <Icon name="person" />
        <span class="menu-name" safe>
          {actor.name}
        </span>
        <Icon name="chevronDown" size={16} />
      </summary>
      <div class="menu-body">
        <p class="menu-person" safe>
          {actor.name}
        </p>
        <p class="muted" safe>
          {`${actor.organisationName}・${actor.roleLabel}`}
        </p>
        <p>
          <a href="/account">{words.account}</a>
        </p>
        <form method="post" action="/sign-out" data-form>
          <HiddenValues values={{ _csrf: csrfToken }} />
          <button class="button button-secondary button-medium" type="submit">
            {words.signOut}
          </button>
        </form>
        <button class="button button-text button-small with-script" type="button" data-open-shortcuts safe>
          {`${words.shortcuts}（?）`}
        </button>
      </div>
    </details>
  );
}

function MainNavigation({ items }: { items: readonly NavItem[] }): JSX.Element {
  if (items.length === 0) return '';
  return (
    <nav class="nav" aria-label={words.mainNavigation}>
      <ul>
        {items.map(({ label, href, current = false, count }) => (
          <li>
            <a href={safeUrl(href)} aria-current={current ? 'page' : undefined}>
              <span safe>{label}</span>
              {count === undefined || count === 0 ? null : (
                <span class="count">
                  {count}
                  <span class="visually-hidden">{words.items}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
