import { safeUrl } from '../text/safe-url.js';
import { words } from '../words.js';

export interface SortLinkProps {
  label: string;
  href: string;
  direction?: 'ascending' | 'descending' | undefined;
}

const marks = { ascending: '▲', descending: '▼', none: '△' } as const;
const spoken = { ascending: words.ascending, descending: words.descending, none: words.sort } as const;

/** The header of a column that can be sorted. */
export function SortLink({ label, href, direction }: SortLinkProps): JSX.Element {
  const state = direction ?? 'none';
  return (
    <a class="sort-link" href={safeUrl(href)}>
      <span safe>{label}</span>
      <span class="sort-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <span class="visually-hidden">{spoken[state]}</span>
    </a>
  );
}
