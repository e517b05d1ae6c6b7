/** Something done again and again, one round at a time. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private ended = false;

  /** @param round does it, throws nothing and answers after how long it is to be done again; ms */
  constructor(private readonly round: () => Promise<number>) {}

  get isEnding(): boolean {
    return this.ended;
  }

  /** @param afterMs of the first round */
  begin(afterMs: number): void {
    this.timer = setTimeout(() => {
      this.current = this.round().then((pause) => {
        if (!this.ended) this.begin(pause);
      });
    }, afterMs);
  }

  /** Resolves when the round in hand is over. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.current;
  }
}
