import type { DataSource } from 'typeorm';

/** Written on a table of an empty database before anything is loaded, taken away when everything is. */
const MARK = 'the demonstration is being loaded';

/**
 * Whether the demonstration may be loaded: into a database without a site. What a load that was killed left behind is
 * removed first; nothing else can be in there, since nobody serves the database before it is loaded.
 */
export async function isFreeForDemonstration(owner: DataSource): Promise<boolean> {
  const [state]: { mark: string | null; founded: boolean }[] = await owner.query(`SELECT obj_description('site'::regclass) AS mark, EXISTS (SELECT 1 FROM site) AS founded`);
  if (state?.mark === MARK) await empty(owner);
  return state?.mark === MARK || state?.founded === false;
}

export async function markLoading(owner: DataSource): Promise<void> {
  await owner.query(`COMMENT ON TABLE site IS '${MARK}'`);
}

export async function markLoaded(owner: DataSource): Promise<void> {
  await owner.query('COMMENT ON TABLE site IS NULL');
}

async function empty(owner: DataSource): Promise<void> {
  const [tables]: { names: string | null }[] = await owner.query(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await owner.query(`TRUNCATE ${tables?.names} RESTART IDENTITY`);
}
