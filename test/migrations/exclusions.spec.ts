import { DataSource } from 'typeorm';
import { freshDatabase } from '../support/database.js';

describe('a constraint of at most one at a time', () => {
  it('has no key that a look-up could be answered by', async () => {
    const database = await freshDatabase();
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    try {
      // The planner takes its index of ranges for the tree beside it, and pays many times over (decision 37).
      const exclusions = await owner.query<{ name: string; keyed: boolean }[]>(
        `SELECT conname AS name, pg_get_constraintdef(oid) ~ '[(, ](support_case|jobseeker|staff)_id WITH =' AS keyed
         FROM pg_constraint WHERE contype = 'x' ORDER BY conname`,
      );
      expect(exclusions.length).toBeGreaterThan(3);
      expect(exclusions.filter(({ keyed }) => keyed)).toEqual([]);
    } finally {
      await owner.destroy();
      await database.drop();
    }
  });
});
