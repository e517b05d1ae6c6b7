import { Icon } from '../icons/icon.js';
import { Button, ButtonLink } from '../layout/button.js';
import { safeUrl } from '../text/safe-url.js';
import type { Slot } from '../text/types.js';
import { words } from '../words.js';

/** A filter that is on. */
export interface ActiveFilter {
  label: string;
  value: string;
  /** The same list without this filter. */
  removeHref: string;
}

export interface FilterTagsProps {
  filters: readonly ActiveFilter[];
  clearHref: string;
  /** How many are shown: 「23件」. */
  resultText: string;
}

/** Says which filters are on, each with a link that takes it off. A list is never silently filtered. */
export function FilterTags({ filters, clearHref, resultText }: FilterTagsProps): JSX.Element {
  return (
    <div class="filter-tags">
      <p class="filter-result" safe>
        {resultText}
      </p>
      {filters.length === 0 ? (
        <p class="muted">{words.noFilter}</p>
      ) : (
        <ul>
          {filters.map(({ label, value, removeHref }) => (
            <li>
              <a class="filter-tag" href={safeUrl(removeHref)}>
                <span safe>{`${label}：${value}`}</span>
                <Icon name="close" size={16} label={words.removeFilter} />
              </a>
            </li>
          ))}
          <li>
            <a href={safeUrl(clearHref)}>{words.removeAll}</a>
          </li>
        </ul>
      )}
    </div>
  );
}

export interface FilterPanelProps {
  /** The list's own address; the form is a GET and its fields become the query. */
  action: string;
  open?: boolean | undefined;
  clearHref?: string | undefined;
  children?: Slot;
}

/** The fields to narrow a list. */
export function FilterPanel({ action, open = false, clearHref, children }: FilterPanelProps): JSX.Element {
  return (
    <details class="disclosure filter-panel" open={open}>
      <summary>
        <Icon name="filter" />
        <span>{words.narrow}</span>
      </summary>
      <form class="disclosure-body" method="get" action={safeUrl(action)}>
        <div class="filter-fields">{children}</div>
        <div class="row">
          <Button text={words.showNarrowed} size="small" />
          {clearHref === undefined ? null : (
            <ButtonLink text={words.clearFilters} href={clearHref} variant="text" size="small" />
          )}
        </div>
      </form>
    </details>
  );
}
