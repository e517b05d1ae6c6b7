import { DataSource } from 'typeorm';
import { frozenClock } from '#kernel';
import type { StaffActor } from '#access';
import { workerEntry } from '../../../src/platform/unit-of-work/context-statement.js';
import { SPEC_DAY, type TestApplication } from '../../support/application.js';

const SOMEBODY: Omit<StaffActor, 'organisationId' | 'siteId' | 'siteIds'> = {
  kind: 'staff',
  staffId: '00000000-0000-4000-8000-000000000001',
  name: '見本 花子',
  organisationName: '見本市',
  side: 'municipal',
  role: 'case_staff',
  deskId: null,
};

/** The site 見本市 with a third organisation that takes part in it (a welfare council, say), asked with the rights of the application's role. */
export class SiteOfThree {
  private constructor(
    private readonly t: TestApplication,
    private readonly app: DataSource,
    readonly siteId: number,
    /** Ids. */
    readonly city: number,
    readonly helloWork: number,
    readonly third: number,
  ) {}

  static async of(t: TestApplication): Promise<SiteOfThree> {
    const app = await new DataSource({ type: 'postgres', url: t.database.workerUrl }).initialize();
    const rows: { code: string; id: number }[] = await t.owner.query('SELECT code, id FROM organisation');
    const idOf = (code: string): number => rows.find((row) => row.code === code)?.id ?? 0;
    const third = idOf('bekken-city');
    await t.owner.query(
      `INSERT INTO site_organisation (site_id, organisation_id) SELECT id, $1 FROM site WHERE code = 'mihon'`,
      [third],
    );
    const [site] = await t.owner.query(`SELECT id FROM site WHERE code = 'mihon'`);
    return new SiteOfThree(t, app, site.id, idOf('mihon-city'), idOf('hw-mihon'), third);
  }

  get all(): readonly number[] {
    return [this.city, this.helloWork, this.third];
  }

  /** Asks the database as a member of staff of an organisation; kept only where `keep` says so. */
  async as<Row = unknown>(
    organisationId: number,
    statement: string,
    parameters: unknown[] = [],
    { keep = false, day = SPEC_DAY }: { readonly keep?: boolean; readonly day?: string } = {},
  ): Promise<Row[]> {
    const runner = this.app.createQueryRunner();
    try {
      const actor = { ...SOMEBODY, organisationId, siteId: this.siteId, siteIds: [this.siteId] };
      await runner.query(`BEGIN; ${workerEntry(actor, frozenClock(day), 'as_actor')}`);
      const rows = await runner.query(statement, parameters);
      if (keep) await runner.query('COMMIT');
      return rows;
    } finally {
      if (runner.isTransactionActive || !keep) await runner.query('ROLLBACK');
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.app.destroy();
    await this.t.close();
  }
}
