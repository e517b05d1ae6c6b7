// Compiles into dist/ what has changed since the last time; a start on an unchanged checkout compiles nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, isMadeFrom } from './fingerprint.mjs';

const SOURCES = ['src', 'libs', 'migrations', 'package-lock.json'];

/** @param {string} root folder of the checkout */
export async function build(root) {
  const dist = path.join(root, 'dist');
  const stamp = path.join(dist, '.built');
  const sources = fingerprintOf(root, SOURCES);
  if (isMadeFrom(stamp, sources)) return;
  process.stdout.write('Compiling ...\n');
  const { compile } = await import('./compile.mjs').catch(sayWhatIsMissing);
  mkdirSync(dist, { recursive: true });
  // What they were before must not describe the routes as they are now.
  rmSync(path.join(dist, 'answers.json'), { force: true });
  compile(root);
  writeFileSync(stamp, sources);
}

/** @param {NodeJS.ErrnoException} error of an installation without the development packages */
function sayWhatIsMissing(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'What compiles is not installed: run `npm ci --include=dev` (NODE_ENV=production and --omit=dev leave it out).\n',
  );
  process.exit(1);
}

/**
 * Describes what the routes answer, in a process of its own. Nobody waits for it at a start: the OpenAPI description, which
 * needs it, says until then that it is not to be had.
 *
 * @param {string} root folder of the checkout
 * @returns {Promise<number | null>} its exit code; it ends with this process at the latest
 */
export function describeAnswers(root) {
  const child = spawn(process.execPath, [path.join(root, 'src', 'build', 'describe-answers.mjs')], {
    stdio: 'inherit',
  });
  const end = () => child.kill();
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', end);
      resolve(code);
    });
  });
}
