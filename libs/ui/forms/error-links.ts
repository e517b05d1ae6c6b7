/** What a label says, by the id of the field it stands at. */
const LABEL = /<span data-label="([^"]*)"(?: data-within="([^"]*)")?>([^<]*)<\/span>/g;
/** A line of the list of errors. */
const ERROR_LINK = /<a href="#([^"]*)" data-error>([^<]*)<\/a>/g;
/** Lines that follow one another. */
const ERROR_LINES = /(?:<li><a href="#[^"]*" data-error>[^<]*<\/a><\/li>){2,}/g;

/**
 * Writes before each line of the list of errors what its field is called. The list stands above the fields and is made
 * before them, so this happens once the page is whole; the words are those of the field's own label, and the lines come in the
 * order of the fields. A line about something the page has no field for loses its link.
 * @param html a page of these components, with all texts escaped
 */
export function nameErrors(html: string): string {
  if (!html.includes(' data-error>')) return html;
  const labels = new Map<string, string>();
  for (const [, id = '', within, label = ''] of html.matchAll(LABEL)) {
    // What an attribute may hold as it is has another meaning in the text.
    const whole = within === undefined ? label : `${within.replaceAll('<', '&lt;')}　${label}`;
    if (!labels.has(id)) labels.set(id, whole);
  }
  return html
    .replace(ERROR_LINES, (lines) => inOrderOfFields(lines, html))
    .replace(ERROR_LINK, (_, id: string, message: string) => {
      const label = labels.get(id);
      if (label !== undefined) return `<a href="#${id}">${label}：${message}</a>`;
      return html.includes(` id="${id}"`) ? `<a href="#${id}">${message}</a>` : message;
    });
}

function inOrderOfFields(lines: string, html: string): string {
  const placed = lines
    .split('</li>')
    .slice(0, -1)
    .map((line) => {
      const place = html.indexOf(` id="${/href="#([^"]*)"/.exec(line)?.[1] ?? ''}"`);
      return { line: `${line}</li>`, place: place < 0 ? Infinity : place };
    });
  return placed
    .sort((one, other) => (one.place === other.place ? 0 : one.place - other.place))
    .map(({ line }) => line)
    .join('');
}
