const ONCE_WITHIN_MS = 60_000;
const MOST_KEPT = 500;

interface Told {
  readonly at: number;
  kept: number;
}

/** Tells the first of what comes again and again, and once a minute how many more there were: a store that is away says so ten times a second. */
export class Repeats {
  private readonly told = new Map<string, Told>();

  /**
   * @param args of a log method: an object and a message, or a message alone; the object gets the count as `repeated`
   * @returns whether the same was told within the last minute, so that this one is only counted
   */
  isOne(args: unknown[], now: number = Date.now()): boolean {
    const key = keyOf(args);
    const before = this.told.get(key);
    if (before !== undefined && now - before.at < ONCE_WITHIN_MS) {
      before.kept += 1;
      return true;
    }
    if (this.told.size >= MOST_KEPT) this.told.clear();
    this.told.set(key, { at: now, kept: 0 });
    const [details] = args;
    if (before !== undefined && before.kept > 0 && typeof details === 'object')
      args[0] = { ...details, repeated: before.kept };
    return false;
  }
}

/** What tells one line from another: everything but the request it came with, and of an error what it says. */
function keyOf([details, message]: unknown[]): string {
  if (typeof details !== 'object' || details === null) return String(details);
  const { err, request: _, ...rest } = details as Record<string, unknown>;
  return `${String(message)} ${err instanceof Error ? err.message : ''} ${Object.values(rest).map(String).join(' ')}`;
}
