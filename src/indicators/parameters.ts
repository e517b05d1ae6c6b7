/**
 * Collects the values of one statement; `add` answers the placeholder. The same value is sent once, unless the text of the statement
 * is to be the same whichever values happen to be equal.
 */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly placeholders = new Map<string, string>();

  constructor(private readonly equal: 'sent_once' | 'sent_each' = 'sent_once') {}

  add(value: unknown, type: string): string {
    const key = `${type}:${JSON.stringify(value)}`;
    const known = this.placeholders.get(key);
    if (known !== undefined && this.equal === 'sent_once') return known;
    this.values.push(value);
    const placeholder = `$${this.values.length}::${type}`;
    this.placeholders.set(key, placeholder);
    return placeholder;
  }
}
