import { EmptyState } from '../layout/notice.js';
import { Link } from '../text/link.js';
import { attributeText } from '../text/safe-url.js';
import { isFilled, type Slot } from '../text/types.js';
import { words } from '../words.js';
import { SortLink } from './sort-link.js';

interface ColumnBase {
  header: string;
  /** Numbers stand at the end. */
  align?: 'start' | 'end' | undefined;
  /** The cell that names the row. */
  rowHeader?: boolean | undefined;
  /** Where the header leads to sort by this column, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
  /** `narrow` never breaks its text, `wide` takes what is left. */
  width?: 'narrow' | 'wide' | undefined;
}

/**
 * One column: plain text (`text`, escaped; with `href` a link), or finished elements (`cell`). Empty text shows a dash.
 */
export type Column<Row> = ColumnBase &
  (
    | { text: (row: Row) => string | number | null | undefined; href?: ((row: Row) => string | undefined) | undefined }
    | { cell: (row: Row) => Slot }
  );

export interface TableProps<Row> {
  caption: string;
  /** Keeps the caption for screen readers where a heading already says it. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  dense?: boolean | undefined;
  empty: string;
  /** On a narrow screen: each row as a card, or a table that scrolls sideways. */
  phone?: 'cards' | 'scroll' | undefined;
  /** Rows that `j` and `k` walk through. */
  walkable?: boolean | undefined;
  /** Emphasis of a row: a sum, something overdue. */
  rowTone?: ((row: Row) => 'sum' | 'warning' | 'error' | 'muted' | undefined) | undefined;
}

/** A table of records or figures. */
export function Table<Row>(props: TableProps<Row>): JSX.Element {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    dense = false,
    empty,
    phone = 'scroll',
    walkable = false,
  } = props;
  if (rows.length === 0) return <EmptyState text={empty} />;
  const cards = phone === 'cards';
  const scrolls = cards ? {} : { role: 'region', tabindex: '0', 'aria-label': attributeText(caption) };
  return (
    <div class={`table-frame table-${phone}`} {...scrolls}>
      <table class={['table', dense && 'table-dense']} role={cards ? 'table' : undefined} data-walk={walkable}>
        <caption class={captionHidden ? 'visually-hidden' : undefined} safe>
          {caption}
        </caption>
        <thead role={cards ? 'rowgroup' : undefined}>
          <tr role={cards ? 'row' : undefined}>
            {columns.map((column) => (
              <HeaderCell column={column} cards={cards} />
            ))}
          </tr>
        </thead>
        <tbody role={cards ? 'rowgroup' : undefined}>
          {rows.map((row) => (
            <tr role={cards ? 'row' : undefined} class={rowClass(props.rowTone?.(row))} data-walk-item={walkable}>
              {columns.map((column) => (
                <BodyCell column={column} row={row} cards={cards} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowClass(tone: string | undefined): string | undefined {
  return tone === undefined ? undefined : `row-${tone}`;
}

function cellClass<Row>({ align, width }: Column<Row>): string | undefined {
  const classes = [align === 'end' ? 'cell-end' : '', width === undefined ? '' : `cell-${width}`].filter(
    (name) => name !== '',
  );
  return classes.length === 0 ? undefined : classes.join(' ');
}

function HeaderCell<Row>({ column, cards }: { column: Column<Row>; cards: boolean }): JSX.Element {
  const { header, sort } = column;
  return (
    <th scope="col" role={cards ? 'columnheader' : undefined} class={cellClass(column)} aria-sort={sort?.direction}>
      {sort === undefined ? (
        <span safe>{header}</span>
      ) : (
        <SortLink label={header} href={sort.href} direction={sort.direction} />
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, cards }: { column: Column<Row>; row: Row; cards: boolean }): JSX.Element {
  const header = column.rowHeader === true;
  const role = header ? 'rowheader' : 'cell';
  return (
    <tag
      of={header ? 'th' : 'td'}
      scope={header ? 'row' : undefined}
      role={cards ? role : undefined}
      class={cellClass(column)}
      data-label={cards ? attributeText(column.header) : undefined}
    >
      <CellContent column={column} row={row} />
    </tag>
  );
}

function CellContent<Row>({ column, row }: { column: Column<Row>; row: Row }): JSX.Element {
  if ('cell' in column) {
    const content = column.cell(row);
    return isFilled(content) ? <>{content}</> : words.empty;
  }
  const value = column.text(row);
  const shown = value === null || value === undefined || value === '' ? words.empty : String(value);
  const href = column.href?.(row);
  return href === undefined ? <span safe>{shown}</span> : <Link href={href} text={shown} />;
}
