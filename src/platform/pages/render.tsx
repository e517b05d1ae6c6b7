import { may } from '#access';
import { ja } from '#messages';
import { type Flash, Page, type PageProps } from '#ui';
import { Html } from '../http/index.js';
import { navigationFor } from './navigation.js';
import type { PageContext } from './page-context.js';

export interface PageContent {
  readonly title: string;
  readonly width?: PageProps['width'];
  readonly searchQuery?: string;
  readonly children: PageProps['children'];
  readonly status?: number;
  /** The form was taken, although its answer is a page and leads nowhere else. */
  readonly isSaved?: boolean;
}

/** A page inside the shell: header with who and where, menu, notice of what was just done. */
export function renderPage(
  context: PageContext,
  { title, width, searchQuery, children, status, isSaved }: PageContent,
): Html {
  const { actor, signedIn, csrfToken, path, isFormShownAgain } = context;
  const markup = (
    <Page
      title={title}
      actor={{
        name: actor.name,
        organisationName: actor.organisationName,
        side: actor.side,
        roleLabel: ja.codes.role[actor.role],
        siteName: signedIn.siteName,
      }}
      nav={navigationFor(actor, path, signedIn.unreadNotices)}
      csrfToken={csrfToken}
      flash={flashOf(context.flash)}
      width={width}
      searchQuery={searchQuery}
      unsaved={isFormShownAgain && isSaved !== true}
      canLogConsultation={may(actor, 'consultation.log')}
      canSearch={may(actor, 'jobseeker.search')}
    >
      {children}
    </Page>
  );
  return new Html(String(markup), status ?? 200);
}

/** A code nobody knows shows nothing: the address is typed by anyone. */
function flashOf(code: string | undefined): Flash | undefined {
  const texts: Readonly<Record<string, string>> = ja.flash.texts;
  const text = code !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;
  return text === undefined ? undefined : { tone: 'success', text };
}
