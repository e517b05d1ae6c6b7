import { attributeText, safeUrl } from '../text/safe-url.js';

export interface TabItem {
  label: string;
  href: string;
  current?: boolean | undefined;
  count?: number | undefined;
}

/** Links to the parts of one thing; each part has its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }): JSX.Element {
  return (
    <nav class="tabs" aria-label={attributeText(label)}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={safeUrl(item.href)} aria-current={item.current === true ? 'page' : undefined}>
              <span safe>{item.label}</span>
              {item.count === undefined ? null : <span class="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
