import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { InvalidInput } from '#kernel';
import { errorText } from '#messages';
import { foundNewSite, readSiteDescription } from './organisations/index.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';

const USAGE = `node dist/src/cli.js found-site <file.yaml>
  Founds a site with both sides' organisations and their first staff, as the file describes it, and prints a password for
  each, to be changed at the first sign-in. Needs DATABASE_OWNER_URL.`;

/** What is done on the server itself and not through the pages. */
async function run([command, file]: string[]): Promise<void> {
  if (command !== 'found-site' || file === undefined) throw new ConfigurationError(USAGE);
  const { databaseOwnerUrl } = readConfig(process.env, process.cwd());
  if (databaseOwnerUrl === undefined) throw new ConfigurationError('Set DATABASE_OWNER_URL.');
  const site = await readSiteDescription(await readFile(file, 'utf8'));
  await foundNewSite(databaseOwnerUrl, site);
  const lines = site.staff.map(({ login, password, name }) => `${login}\t${password}\t${name}`);
  process.stdout.write(`${site.name}\n${lines.join('\n')}\n`);
}

function explain(error: unknown): string {
  if (error instanceof InvalidInput) return error.fields.map(({ field, code, params }) => `${field}: ${errorText(code, params)}`).join('\n');
  return error instanceof Error ? error.message : String(error);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
