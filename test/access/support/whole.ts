import { appendFileSync } from 'node:fs';

/** `npm run test:access` walks everything; among the other tests, those for whom a situation makes a difference. */
export const WHOLE = process.env['ACCESS'] === 'all';

/** What somebody looked at and what told them too much, for the last line of the command (test/access/access.mjs). */
export class Walk {
  private cells = 0;
  private readonly leaks: string[] = [];

  constructor(private readonly name: string) {}

  get counted(): number {
    return this.cells;
  }

  /** One door tried by one actor in one situation, or one table read by one. */
  count(cells = 1): void {
    this.cells += cells;
  }

  /** @returns what was found wrong, to be expected empty */
  found(where: string, wrong: readonly string[]): readonly string[] {
    this.leaks.push(...wrong.map((each) => `${this.name}: ${where}: ${each}`));
    return wrong;
  }

  end(): void {
    process.stdout.write(`${this.name}: ${this.cells} cells\n`);
    const report = process.env['ACCESS_REPORT'];
    if (report !== undefined)
      appendFileSync(report, `${JSON.stringify({ name: this.name, cells: this.cells, leaks: this.leaks })}\n`);
  }
}
