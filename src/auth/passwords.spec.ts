import { hashPassword, PasswordChecks } from './passwords.js';

const MEGABYTE = 1_048_576;

/** How much more memory the process held at most while this ran. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 2);
  await work().finally(() => clearInterval(watch));
  return (most - before) / MEGABYTE;
}

describe('checking passwords', () => {
  it('holds the memory of two checks, however many sign in at once', async () => {
    const checks = new PasswordChecks();
    const stored = await hashPassword('correct horse');
    // Each holds 64 MB; node would run four at a time.
    const growth = await growthDuring(async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, n) => checks.matches(stored, n === 3 ? 'correct horse' : 'no')),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });
    expect(growth).toBeGreaterThan(32);
    expect(growth).toBeLessThan(192);
  });
});
