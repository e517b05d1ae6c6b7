import { ServiceUnavailableException } from '@nestjs/common';

/**
 * Work that is dear while it runs: at most so many at once, the others wait in the order they came. A wait costs a closure, a
 * run costs what it costs.
 */
export class ConcurrencyLimiter {
  private running = 0;
  private admitted = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param atOnce how many run at the same time, at least 1
   * @param mostWaiting how many more are admitted
   */
  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number = Infinity,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes in between takes it from whoever waits.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  /**
   * For whoever comes from outside: in, or away at once. What is run inside has its place already.
   * @throws ServiceUnavailableException when as many have been admitted as may run and wait
   */
  async admit<T>(work: () => Promise<T>): Promise<T> {
    if (this.admitted >= this.atOnce + this.mostWaiting) throw new ServiceUnavailableException();
    this.admitted += 1;
    try {
      return await work();
    } finally {
      this.admitted -= 1;
    }
  }
}
