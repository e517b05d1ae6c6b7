// Writes dist/answers.json, from where the OpenAPI description takes what each route answers; nothing where it is up to date.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, isMadeFrom } from './fingerprint.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const file = path.join(root, 'dist', 'answers.json');
const stamp = `${file}.made-from`;
const sources = fingerprintOf(root, ['src', 'libs', 'package-lock.json', 'tsconfig.json']);
if (!existsSync(file) || !isMadeFrom(stamp, sources)) {
  const { answersOfControllers } = await import('./answers-of-controllers.mjs');
  mkdirSync(path.dirname(file), { recursive: true });
  // Put in place at once: somebody may be reading the last one.
  writeFileSync(`${file}.new`, JSON.stringify(answersOfControllers(root)));
  renameSync(`${file}.new`, file);
  writeFileSync(stamp, sources);
}
