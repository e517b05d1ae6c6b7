import { ConcurrencyLimiter } from './concurrency-limiter.js';

/** Work that ends when it is told to. */
function piece(): { done: () => void; fail: () => void; work: () => Promise<void>; begun: boolean } {
  let [done, fail]: (() => void)[] = [];
  const end = new Promise<void>((resolve, reject) => ([done, fail] = [resolve, () => reject(new Error('broken'))]));
  const self = {
    begun: false,
    done: () => done?.(),
    fail: () => fail?.(),
    work: () => {
      self.begun = true;
      return end;
    },
  };
  return self;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a waiting line', () => {
  it('lets so many run at once and the others in the order they came', async () => {
    const line = new ConcurrencyLimiter(2);
    const pieces = Array.from({ length: 5 }, piece);
    const all = pieces.map(({ work }) => line.run(work));
    const begun = (): boolean[] => pieces.map((each) => each.begun);
    await turn();
    expect(begun()).toEqual([true, true, false, false, false]);

    pieces[1]?.done();
    await turn();
    expect(begun()).toEqual([true, true, true, false, false]);

    for (const each of pieces) each.done();
    await Promise.all(all);
    expect(begun()).toEqual([true, true, true, true, true]);
  });

  it('gives the place of what failed to the next, and tells its own the error', async () => {
    const line = new ConcurrencyLimiter(1);
    const [one, other] = [piece(), piece()];
    const first = line.run(one.work);
    const second = line.run(other.work);
    one.fail();
    await expect(first).rejects.toThrow('broken');
    expect(other.begun).toBe(true);
    other.done();
    await second;
  });

  it('holds nobody up who comes when all is done', async () => {
    const line = new ConcurrencyLimiter(1);
    for (let n = 0; n < 3; n += 1) expect(await line.run(() => Promise.resolve(n))).toBe(n);
  });

  it('sends away at once whoever comes when as many wait as may, until one is done', async () => {
    const line = new ConcurrencyLimiter(1, 2);
    const pieces = Array.from({ length: 4 }, piece);
    const all = pieces.slice(0, 3).map(({ work }) => line.admit(() => line.run(work)));
    await expect(line.admit(() => Promise.resolve())).rejects.toMatchObject({ status: 503 });
    pieces[0]?.done();
    await all[0];
    const last = line.admit(() => line.run(pieces[3]?.work ?? (() => Promise.resolve())));
    for (const each of pieces) each.done();
    await Promise.all([...all, last]);
    expect(await line.admit(() => Promise.resolve('free'))).toBe('free');
  });
});
