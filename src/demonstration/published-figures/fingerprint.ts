import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteRecords } from '../published-records/index.js';

/** Compiled folders whose code decides what a loaded record looks like; pages only show it. */
const PROGRAM = ['migrations', 'libs', 'src'];
const ONLY_SHOWS = /(^|\/)(pages|ui|workspaces)\//;

/**
 * Tells whether a database was loaded from these very inputs by this very program.
 * @param root folder of the checkout
 */
export function fingerprintOf(root: string, sites: readonly SiteRecords[]): string {
  const hash = createHash('sha256').update(JSON.stringify(sites));
  for (const file of filesOf(path.join(root, 'src', 'demonstration', 'plans'), '.yaml'))
    hash.update(readFileSync(file));
  for (const folder of PROGRAM) {
    for (const file of filesOf(path.join(root, 'dist', folder), '.js')) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !ONLY_SHOWS.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}
