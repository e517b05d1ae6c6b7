// Compiles into dist/ what has changed since the last time; a start on an unchanged checkout compiles nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, isMadeFrom } from './fingerprint.mjs';

const SOURCES = ['src', 'libs', 'migrations', 'package-lock.json', 'tsconfig.json', '.ci/tsconfig.build.json'];

/** @param {string} root folder of the checkout */
export function build(root) {
  const stamp = path.join(root, 'dist', '.built');
  const state = fingerprintOf(root, SOURCES);
  if (isMadeFrom(stamp, state)) return;
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
