import { randomBytes } from 'node:crypto';
import {
  addressesOf,
  createDatabase,
  dropDatabase,
  execute,
  type WholeAddresses,
} from '../../src/platform/database/embedded/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { type TestServer, testServer } from './embedded.js';
import { oldestServer, type PostgresVersion } from './oldest-server.js';
import { oncePerRun } from './run.js';

/** A database for one spec. */
export interface FreshDatabase extends WholeAddresses {
  readonly name: string;
  /** Closes what is still open to it and removes it. */
  drop(): Promise<void>;
}

/** Rows that many specs start from: built once per run, then copied. */
export interface Template {
  /** Lower-case letters and underscores. */
  name: string;
  fill(database: FreshDatabase): Promise<void>;
}

/**
 * A migrated, empty database of the caller's own; with a template, one that holds its rows.
 * @param name of a database that was dropped, for whoever knows it by its name
 */
export async function freshDatabase(
  template?: Template,
  name = freshName(),
  version: PostgresVersion = 18,
): Promise<FreshDatabase> {
  return copyDatabase(
    template === undefined ? await migratedTemplate(version) : await filledTemplate(template, version),
    name,
    version,
  );
}

/** A database with neither tables nor rows, for specs of the migrations themselves. */
export function emptyDatabase(version: PostgresVersion = 18): Promise<FreshDatabase> {
  return copyDatabase('template1', freshName(), version);
}

const freshName = (): string => `spec_${randomBytes(6).toString('hex')}`;

const serverOf = (version: PostgresVersion): Promise<TestServer> => (version === 18 ? testServer() : oldestServer());

function migratedTemplate(version: PostgresVersion): Promise<string> {
  return oncePerRun(`migrated_${version}`, async () => {
    const database = await copyDatabase('template1', 'template_migrated', version);
    await migrate(database.ownerUrl);
    // Specs act on days of their own.
    await execute(database.ownerUrl, ['UPDATE context_key SET clock_is_given = true']);
    return database.name;
  });
}

function filledTemplate(template: Template, version: PostgresVersion): Promise<string> {
  return oncePerRun(`filled_${template.name}_${version}`, async () => {
    const database = await copyDatabase(await migratedTemplate(version), `template_${template.name}`, version);
    await template.fill(database);
    return database.name;
  });
}

async function copyDatabase(template: string, name: string, version: PostgresVersion): Promise<FreshDatabase> {
  const server = await serverOf(version);
  await createDatabase(server.adminUrl, name, template);
  return {
    name,
    ...addressesOf(server, name),
    drop: () => dropDatabase(server.adminUrl, name),
  };
}
