import fc from 'fast-check';
import { afterFailure, type FailureRecord, LOCK_OUT } from '#domain/sign-in';
import { startApplication, type TestApplication } from '../../support/application.js';

/** ロックアウト as the database counts it: the rule of libs/domain/sign-in, one failure after the other. */
describe('failed sign-ins in the database', () => {
  let t: TestApplication;
  let staffId: string;
  beforeAll(async () => {
    t = await startApplication();
    [{ id: staffId }] = await t.owner.query(`SELECT id FROM staff WHERE login = 'caseworker'`);
  });
  afterAll(() => t.close());

  const forget = () =>
    t.owner.query(
      'UPDATE credential SET failed_count = 0, locked_until = NULL, last_failed_at = NULL WHERE staff_id = $1',
      [staffId],
    );
  const fail = (at: Date) =>
    t.owner.query('SELECT auth_note_failure($1, $2, $3, $4)', [staffId, at, LOCK_OUT.failures, LOCK_OUT.minutes]);
  const stored = async (): Promise<FailureRecord> => {
    const [row] = await t.owner.query(
      `SELECT failed_count AS "failedCount", last_failed_at AS "lastFailedAt", locked_until AS "lockedUntil" FROM credential WHERE staff_id = $1`,
      [staffId],
    );
    return row;
  };

  it('property: stand as the rule says after every history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 25 }), async (gaps) => {
        await forget();
        let expected: FailureRecord = { failedCount: 0, lastFailedAt: null, lockedUntil: null };
        let now = Date.parse('2026-06-10T09:00:00+09:00');
        for (const gap of gaps) {
          now += gap * 1000;
          expected = afterFailure(expected, new Date(now));
          await fail(new Date(now));
          expect(await stored()).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are counted one by one when twelve come at once, and lock for the time set', async () => {
    await forget();
    const now = t.clock.now();
    await Promise.all(Array.from({ length: 12 }, () => fail(now)));
    expect(await stored()).toEqual({
      failedCount: LOCK_OUT.failures,
      lastFailedAt: now,
      lockedUntil: new Date(now.getTime() + LOCK_OUT.minutes * 60_000),
    });
  });
});
