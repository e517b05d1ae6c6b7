import { Icon } from '../icons/icon.js';
import { safeUrl } from '../text/safe-url.js';
import { isFilled, type Slot } from '../text/types.js';

export interface PageHeadingProps {
  title: string;
  /** One line that says what the page is for or what it shows. */
  lead?: string | undefined;
  /** The page one level up. */
  back?: { text: string; href: string } | undefined;
  actions?: Slot;
}

/** The `h1` of a page that has no case header. */
export function PageHeading({ title, lead, back, actions }: PageHeadingProps): JSX.Element {
  return (
    <div class="page-heading">
      {back === undefined ? null : (
        <a class="back-link" href={safeUrl(back.href)}>
          <Icon name="arrowLeft" size={16} />
          <span safe>{back.text}</span>
        </a>
      )}
      <div class="page-heading-line">
        <div class="page-title">
          <h1 safe>{title}</h1>
          {lead === undefined ? null : (
            <p class="lead" safe>
              {lead}
            </p>
          )}
        </div>
        {isFilled(actions) ? <div class="page-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
