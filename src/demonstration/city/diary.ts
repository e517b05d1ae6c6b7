import { Blocked, DomainError, InvalidInput, type IsoDate, type MovableClock } from '#kernel';

interface Entry {
  /** An instant with its zone; entries are carried out in its order. */
  readonly moment: string;
  /** Whose story it belongs to, for the message when it fails. */
  readonly story: string;
  readonly act: () => Promise<unknown>;
}

/** What is to happen, collected story by story and carried out day by day, so that records come into being in their order. */
export class Diary {
  private readonly entries: Entry[] = [];

  /**
   * @param on an office day @param time 'HH:MM' in Japan
   * @param act carried out on that day, with the clock set to that time
   */
  note(story: string, on: IsoDate, time: string, act: () => Promise<unknown>): void {
    this.entries.push({ moment: `${on}T${time}:00+09:00`, story, act });
  }

  /**
   * @param now no entry happens later: what would be later today happens at this moment
   * @param progress told the day that has been reached and the share of all entries (0 to 1), once a month
   * @throws Error naming the story and the day of the entry that was refused
   */
  async carryOut(clock: MovableClock, now: Date, progress: (day: IsoDate, share: number) => void): Promise<void> {
    const inOrder = [...this.entries].sort((one, other) =>
      one.moment < other.moment ? -1 : Number(one.moment > other.moment),
    );
    let month = '';
    for (const [done, { moment, story, act }] of inOrder.entries()) {
      const at = new Date(moment);
      clock.set(at < now ? at : now);
      if (clock.today().slice(0, 7) !== month) progress(clock.today(), done / inOrder.length);
      month = clock.today().slice(0, 7);
      try {
        await act();
      } catch (error) {
        throw new Error(`${story}, ${moment}: ${explanation(error)}`, { cause: error });
      }
    }
  }
}

function explanation(error: unknown): string {
  if (error instanceof InvalidInput) return JSON.stringify(error.fields);
  if (error instanceof Blocked) return JSON.stringify(error.reasons);
  if (error instanceof DomainError) return `${error.code} ${JSON.stringify(error.params)}`;
  return String(error);
}
