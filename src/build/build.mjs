// Compiles into dist/ what has changed since the last time; a start on an unchanged checkout compiles nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src', 'libs', 'migrations', 'package-lock.json', 'tsconfig.json', '.ci/tsconfig.build.json'];

/** @param {string} root folder of the checkout */
export function build(root) {
  const stamp = path.join(root, 'dist', '.built');
  const state = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  process.stdout.write('Compiling ...\n');
  run(path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', path.join(root, '.ci', 'tsconfig.build.json'));
  run(path.join(root, 'src', 'build', 'describe-answers.mjs'));
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

function run(...script) {
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(path.join(root, source))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest('hex');
}

function filesOf(start) {
  if (!statSync(start).isDirectory()) return [start];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
