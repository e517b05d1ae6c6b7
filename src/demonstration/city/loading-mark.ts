import type { DataSource } from 'typeorm';

/** What is written on a table: before anything is loaded, and when everything is. */
const LOADING = 'the demonstration is being loaded';
const LOADED = 'the demonstration is loaded';

/** How a database stands to the demonstration: it holds it, may be given it, or is in use for something else. */
export type DemonstrationState = 'loaded' | 'free' | 'in_use';

export async function demonstrationState(owner: DataSource): Promise<DemonstrationState> {
  const { mark, founded } = await found(owner);
  if (mark === LOADED) return 'loaded';
  return mark === LOADING || !founded ? 'free' : 'in_use';
}

/**
 * Looks whether the demonstration may be loaded: into a database without a site. What a load that was killed left behind is
 * removed; nothing else can be in there, since nobody is let in before it is loaded.
 */
export async function prepareForDemonstration(owner: DataSource): Promise<DemonstrationState> {
  if ((await found(owner)).mark === LOADING) await empty(owner);
  return demonstrationState(owner);
}

async function found(owner: DataSource): Promise<{ mark: string | null; founded: boolean }> {
  const [state]: { mark: string | null; founded: boolean }[] = await owner.query(
    `SELECT obj_description('site'::regclass) AS mark, EXISTS (SELECT 1 FROM site) AS founded`,
  );
  return state ?? { mark: null, founded: false };
}

export async function markLoading(owner: DataSource): Promise<void> {
  await owner.query(`COMMENT ON TABLE site IS '${LOADING}'`);
}

export async function markLoaded(owner: DataSource): Promise<void> {
  await owner.query(`COMMENT ON TABLE site IS '${LOADED}'`);
}

async function empty(owner: DataSource): Promise<void> {
  const [tables]: { names: string }[] = await owner.query(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await owner.query(`TRUNCATE ${tables?.names ?? 'site'} RESTART IDENTITY`);
}
