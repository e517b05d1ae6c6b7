import { DataSource } from 'typeorm';
import { migrate } from '../../src/platform/database/migrate.js';
import type { FreshDatabase } from '../support/database.js';
import { FIRST_LANDING, landedDatabase } from './landed-fixture.js';

/** Tokens that an administrator had made in a colleague's name (KeepTokensWithTheirOwners). */
describe('tokens of the first landed version', () => {
  let database: FreshDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await landedDatabase(FIRST_LANDING);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    for (const [label, expires] of [
      ['open', '2099-01-01'],
      ['over', '2020-01-01'],
    ])
      await owner.query(
        `INSERT INTO session (token_hash, staff_id, site_id, kind, label, created_at, last_seen_at, expires_at)
         SELECT decode(md5($1::text), 'hex'), s.id, p.site_id, 'machine', $1, '2019-01-01', '2019-01-01', $2::timestamptz
         FROM staff s JOIN staff_site p ON p.staff_id = s.id WHERE s.login = 'city-supervisor'`,
        [label, expires],
      );
    await migrate(database.ownerUrl);
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('end, and their holder and the administrators of the holder’s organisation are told', async () => {
    const tokens: object[] = await owner.query(
      `SELECT kind, label, revoked_at IS NOT NULL AS ended FROM session WHERE label IN ('open', 'over') ORDER BY label`,
    );
    expect(tokens).toEqual([
      { kind: 'personal', label: 'open', ended: true },
      { kind: 'personal', label: 'over', ended: true },
    ]);
    const told: { login: string }[] = await owner.query(
      `SELECT s.login FROM notification n JOIN staff s ON s.id = n.staff_id WHERE n.kind = 'token_ended_by_update' ORDER BY s.login`,
    );
    expect(told.map(({ login }) => login)).toEqual(['city-administrator', 'city-supervisor']);
  });
});
