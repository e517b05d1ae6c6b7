import { safeUrl } from '../text/safe-url.js';

export interface SortLinkProps {
  label: string;
  href: string;
  direction?: 'ascending' | 'descending' | undefined;
}

const marks = { ascending: '▲', descending: '▼', none: '△' } as const;
const spoken = { ascending: '昇順で表示中', descending: '降順で表示中', none: '並べ替える' } as const;

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
