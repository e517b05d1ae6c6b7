import { Link } from '../text/link.js';
import { isFilled, type Slot } from '../text/types.js';
import { words } from '../words.js';

/** One line: plain `text` (escaped; empty shows a dash), or finished elements as `content`. */
export interface KeyValue {
  term: string;
  text?: string | number | null | undefined;
  href?: string | undefined;
  content?: Slot;
  /** A quieter remark below the value. */
  note?: string | undefined;
}

function Value({ text, href, content }: KeyValue): JSX.Element {
  if (isFilled(content)) return <>{content}</>;
  const shown = text === undefined || text === null || text === '' ? words.empty : String(text);
  return href === undefined ? <span safe>{shown}</span> : <Link href={href} text={shown} />;
}

/** Facts as term and value. */
export function KeyValues({ items, dense = false }: { items: readonly KeyValue[]; dense?: boolean }): JSX.Element {
  return (
    <dl class={dense ? 'key-values key-values-dense' : 'key-values'}>
      {items.map((item) => (
        <div class="key-value">
          <dt safe>{item.term}</dt>
          <dd>
            <Value {...item} />
            {item.note === undefined ? null : (
              <p class="muted" safe>
                {item.note}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
