/** Collects the values of one statement; `add` answers the placeholder. The same value is sent once. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly placeholders = new Map<string, string>();

  add(value: unknown, type: string): string {
    const key = `${type}:${JSON.stringify(value)}`;
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    this.values.push(value);
    const placeholder = `$${this.values.length}::${type}`;
    this.placeholders.set(key, placeholder);
    return placeholder;
  }
}
