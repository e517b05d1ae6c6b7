// What the processes of an office have written: lines of one shape, with no secret and nobody's name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const OURS = /^(web|worker)-\d+\.log$/;
const ERROR = 50;

/**
 * @param {string} home where every part has its `.log`
 * @param {string[]} unsayable secrets and names, in no log at all
 * @returns {{ lines: number, otherShape: number, told: string[], errors: Record<string, number> }} `told`: files in which something unsayable stands;
 *   `errors`: what was said at level 50 and above, and how often
 */
export function readLogs(home, unsayable) {
  const found = { lines: 0, otherShape: 0, told: [], errors: {} };
  for (const file of readdirSync(home).filter((name) => name.endsWith('.log'))) {
    const text = readFileSync(path.join(home, file), 'utf8');
    const isOurs = OURS.test(file);
    if (unsayable.some((word) => text.includes(word))) found.told.push(file);
    for (const line of isOurs ? text.split('\n').filter((each) => each !== '') : []) count(line, found);
  }
  return found;
}

function count(line, found) {
  found.lines += 1;
  try {
    const { level, msg } = JSON.parse(line);
    if (level >= ERROR) found.errors[msg] = (found.errors[msg] ?? 0) + 1;
  } catch {
    found.otherShape += 1;
  }
}
