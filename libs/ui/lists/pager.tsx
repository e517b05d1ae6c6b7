import { fill } from '#messages';
import { Link } from '../text/link.js';
import { attributeText } from '../text/safe-url.js';
import { words } from '../words.js';

export interface PagerProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** Tells apart two lists of one page. */
  label?: string | undefined;
  /** Address of a page, with the filters that are on. */
  hrefOf: (page: number) => string;
}

/** The pages offered: the first, the last, and those around the current one; 0 stands for a gap. */
export function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((number, index) => {
    const before = pages[index - 1];
    return before !== undefined && number - before > 1 ? [0, number] : [number];
  });
}

/** 「120件中 51〜100件」 and the pages. */
export function Pager({ page, pageSize, total, hrefOf, label = words.pages }: PagerProps): JSX.Element {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  const range =
    total === 0
      ? words.noRows
      : fill(words.rowsOf, {
          total: total.toLocaleString('ja-JP'),
          from: from.toLocaleString('ja-JP'),
          to: to.toLocaleString('ja-JP'),
        });
  return (
    <nav class="pager" aria-label={attributeText(label)}>
      <p safe>{range}</p>
      {last === 1 ? null : (
        <ul>
          {page > 1 ? (
            <li>
              <Link href={hrefOf(page - 1)} text={words.previous} />
            </li>
          ) : null}
          {pagesAround(page, last).map((number) => (
            <li>
              {number === 0 ? (
                <span class="muted">…</span>
              ) : (
                <Link href={hrefOf(number)} text={String(number)} current={number === page ? 'page' : undefined} />
              )}
            </li>
          ))}
          {page < last ? (
            <li>
              <Link href={hrefOf(page + 1)} text={words.next} />
            </li>
          ) : null}
        </ul>
      )}
    </nav>
  );
}
