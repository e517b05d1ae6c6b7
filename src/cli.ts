import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { systemClock } from '#kernel';
import { rollUpAsText } from './indicators/index.js';
import { addAdministrator, foundNewSite, readSiteDescription } from './founding/index.js';
import { backup, restore } from './backup-commands.js';
import { ConfigurationError, readConfig } from './platform/config/index.js';
import { messageOf } from './platform/logging/index.js';
import { refusalOf } from './platform/processes/refusal.js';

const USAGE = `node dist/src/cli.js found-site <file.yaml>
  Founds a site with both sides' organisations and their first staff, as the file describes it, and prints a password for
  each, to be changed at the first sign-in.

node dist/src/cli.js add-administrator <site> <organisation> <login> <name> <name in kana>
  Gives an organisation its administrator at a site (both by their codes), and brings the organisation into the site where
  it takes no part yet. Prints a password, to be changed at the first sign-in.

Both need DATABASE_OWNER_URL.

node dist/src/cli.js roll-up <fiscal year> [<as-of day>]
  Counts a fiscal year of every site (visits, consultations, plans, referrals, placements …) and prints a line a site and the
  total, cells parted by tabs. Needs DATABASE_URL.

node dist/src/cli.js backup <file> [--encrypt]
  Copies every table into one file, as they all are at one moment, and reads it back. Encrypted with BACKUP_PASSPHRASE where it is
  set; --encrypt asks for a passphrase. Signs in by DATABASE_BACKUP_URL or DATABASE_OWNER_URL; without either it copies the
  embedded database.

node dist/src/cli.js restore <file>
  Fills an empty database from such a file and brings it up to date; refuses any other database and any other file. Needs
  DATABASE_OWNER_URL, and with DATABASE_ADMIN_URL and DATABASE_URL makes roles and database first; without them it fills the
  embedded database.`;

/** What is done on the server itself and not through the pages. */
async function run([command, ...words]: string[]): Promise<void> {
  const [first] = words;
  if (command === 'found-site' && first !== undefined && words.length === 1) return found(ownerUrl(), first);
  if (command === 'add-administrator' && words.length === 5) return add(ownerUrl(), words);
  if (command === 'roll-up' && first !== undefined && words.length <= 2) return printRollUp(first, words[1]);
  if (command === 'backup' && first !== undefined && ['', '--encrypt'].includes(words.slice(1).join(' ')))
    return say(await backup(readConfig(process.env, process.cwd()), first, words.length === 2));
  if (command === 'restore' && first !== undefined && words.length === 1)
    return say(await restore(readConfig(process.env, process.cwd()), first));
  throw new ConfigurationError(USAGE);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function printRollUp(year: string, asOf: string | undefined): Promise<void> {
  const { databaseWorkerUrl: databaseUrl } = readConfig(process.env, process.cwd());
  if (databaseUrl === undefined) throw new ConfigurationError('Set DATABASE_WORKER_URL.');
  process.stdout.write(await rollUpAsText(databaseUrl, year, asOf, systemClock));
}

function ownerUrl(): string {
  const { databaseOwnerUrl } = readConfig(process.env, process.cwd());
  if (databaseOwnerUrl === undefined) throw new ConfigurationError('Set DATABASE_OWNER_URL.');
  return databaseOwnerUrl;
}

async function found(owner: string, file: string): Promise<void> {
  const site = await readSiteDescription(await readFile(file, 'utf8'));
  await foundNewSite(owner, site);
  const lines = site.staff.map(({ login, password, name }) => `${login}\t${password}\t${name}`);
  process.stdout.write(`${site.name}\n${lines.join('\n')}\n`);
}

async function add(owner: string, [site, organisation, login, name, nameKana]: string[]): Promise<void> {
  const password = await addAdministrator(owner, { site, organisation, login, name, nameKana }, systemClock);
  process.stdout.write(`${[login, password ?? '(signs in as before)', name].join('\t')}\n`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  // Read by a person, whom a stack tells nothing.
  process.stderr.write(`${refusalOf(error) ?? messageOf(error)}\n`);
  process.exitCode = 1;
});
