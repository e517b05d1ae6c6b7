import type { WebRequest } from './web-request.js';

/** A form that could not be taken, as it is handed back: to be sent again, and to be read. */
export interface KeptForm {
  /** The address it was sent to. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** What was written in words, in the order of the form; choices, dates and numbers are among `fields` alone. */
  readonly texts: readonly string[];
  /** False when it held a password, which no page gives back: it can be read, and not be sent again. */
  readonly isWhole: boolean;
}

/** Fields that the page which asks for the password in place adds to the form; nothing behind the guard sees them. */
export const IN_PLACE = { login: '_login', password: '_password' } as const;

const NEVER_KEPT: ReadonlySet<string> = new Set(['_csrf', ...Object.values(IN_PLACE)]);
const isSecret = (name: string): boolean => /password/i.test(name);
/** Words hold a blank or a letter beyond those of codes, ids and numbers. */
const isProse = (text: string): boolean => /[^\x21-\x7e]/.test(text.trim());
/** What a component adds to a field for itself; a reader has no use for it. */
const isPart = (name: string): boolean => name.startsWith('_') || name.endsWith('_era');

/** What a person wrote in words into a form, in its order, without passwords: to be shown where the form itself is not. */
export function wordsTyped(body: Readonly<Record<string, unknown>>): string[] {
  const written = Object.entries(body).filter(([name]) => !isPart(name) && !isSecret(name));
  return written
    .flatMap(([, value]) => value)
    .filter((value): value is string => typeof value === 'string' && isProse(value));
}

/**
 * What a request carried as a form. Only what arrived as text is kept: a file would have to be chosen again.
 * @returns undefined when it carried none
 */
export function keptForm({ url, body }: Pick<WebRequest, 'url' | 'body'>): KeptForm | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const sent = Object.entries(body).filter(([name]) => !NEVER_KEPT.has(name));
  const kept = sent.flatMap(([name, value]): [string, string | string[]][] => {
    if (isSecret(name)) return [];
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? [[name, value.filter((each) => typeof each === 'string')]] : [];
  });
  const fields = Object.fromEntries(kept);
  return {
    action: url,
    fields,
    texts: wordsTyped(fields),
    isWhole: !sent.some(([name]) => isSecret(name)),
  };
}

/**
 * Whether the browser says that a page of ours sent this. A request that says nothing is not believed: the words of a
 * stranger's page are never put before somebody to be sent on.
 */
export function isFromOwnPage({ headers, host }: Pick<WebRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** The page the form stood on, as a path; home when the browser does not tell. */
export function pageBefore({ headers, host }: Pick<WebRequest, 'headers' | 'host'>): string {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { host: from, pathname, search } = new URL(referer);
  return from === host ? `${pathname}${search}` : '/';
}
