import { attributeText } from '../text/safe-url.js';

/** Drawings on a 24 × 24 grid, stroked with the colour of the text around them. */
const paths = {
  alert: 'M12 3 2 21h20L12 3Zm0 7v5m0 2.5v.5',
  arrowLeft: 'M20 12H5m6-7-7 7 7 7',
  arrowRight: 'M4 12h15m-6-7 7 7-7 7',
  building: 'M4 21V4h10v17M14 9h6v12M2 21h20M7.5 8h3m-3 4h3m-3 4h3m6-3h1m-1 4h1',
  calendar: 'M4 6h16v15H4V6Zm0 5h16M8 3v5m8-5v5',
  check: 'm4 12.5 5.5 5.5L20 7',
  chevronDown: 'm6 9 6 6 6-6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5.5l3.5 2',
  close: 'm5 5 14 14M19 5 5 19',
  consent: 'M5 3h10l4 4v14H5V3Zm3.5 10.5 2.5 2.5 4.5-5',
  consultation: 'M3 5h18v11H11l-5 4.5V16H3V5Zm5 4h8m-8 3.5h5',
  document: 'M6 3h9l4 4v14H6V3Zm8 0v5h5M9.5 12h6m-6 4h6',
  download: 'M12 4v11m-5-4.5 5 5 5-5M4 20h16',
  employer: 'M3 8h18v12H3V8Zm6 0V4h6v4M3 13h18m-9-1.5v3',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5v6m0 2.5v.5',
  filter: 'M3 5h18l-7 8.5V20l-4-2v-4.5L3 5Z',
  flag: 'M5 21V4h13l-3 4.5 3 4.5H5',
  handover: 'M3 8h14m-4.5-4.5L17 8l-4.5 4.5M21 16H7m4.5-4.5L7 16l4.5 4.5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.5V8',
  interview:
    'M8 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 8 11Zm-6 9c0-4 2.5-6 6-6s6 2 6 6M16.5 11.5a2.7 2.7 0 1 0 0-5.4M17 14c3 0 5 2 5 5.5',
  letter: 'M3 6h18v13H3V6Zm0 1 9 7 9-7',
  list: 'M8 6h13M8 12h13M8 18h13M3.5 6h.5m-.5 6h.5m-.5 6h.5',
  lock: 'M5 11h14v10H5V11Zm3 0V7.5a4 4 0 0 1 8 0V11m-4 4v2.5',
  note: 'M4 4h16v11l-5 5H4V4Zm11 16v-5h5M8 9h8m-8 4h5',
  offer: 'M4 9h16v12H4V9Zm8 0v12M3 9h18M12 9C8 9 6 7.5 7 5.5S11.5 5 12 9c.5-4 4-5.5 5-3.5S16 9 12 9Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4.5 3.5-7 8-7s8 2.5 8 7',
  placement: 'm12 3 2.7 5.7 6.3.8-4.6 4.3 1.2 6.2-5.6-3.1-5.6 3.1 1.2-6.2L3 9.5l6.3-.8L12 3Z',
  plan: 'M5 4h14v17H5V4Zm4-1.5h6v3H9v-3ZM8.5 11l1 1 2-2.2M8.5 16l1 1 2-2.2m2.5.7h2m-2 5h2',
  plus: 'M12 4v16M4 12h16',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.7 11.2L21 21',
  send: 'M3 11.5 21 4l-6 17-3.5-7L3 11.5Zm8.5 2.5L21 4',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4.5 9.5 3 3 6-6.5',
  suspended: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 8.5v7m5-7v7',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-4 3-6 7-6s7 2 7 6m-.5-9.2a3.5 3.5 0 1 0-1-6.5M17 14c3 .3 5 2.3 5 6',
  visit: 'M6 21V3h12v18M3 21h18M14 12v1.5',
} as const;

/** A drawing of the icon set. */
export type IconName = keyof typeof paths;

/**
 * Every drawing, in order of name.
 * @public the gallery shows each of them
 */
export const iconNames = Object.keys(paths) as IconName[];

/** Decoration beside words; with `label` it stands alone and is read out. */
export function Icon({ name, label, size = 20 }: { name: IconName; label?: string; size?: 16 | 20 | 24 }): JSX.Element {
  const named = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': attributeText(label) };
  return (
    <svg class="icon" viewBox="0 0 24 24" width={String(size)} height={String(size)} focusable="false" {...named}>
      <path d={paths[name]} />
    </svg>
  );
}
