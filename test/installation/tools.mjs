// A node and an npm of the versions asked for, from the packages `node` and `npm`, where they are not the machine's own.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @param who of `newcomer()`, in whose home they are put
 * @param {{ node: string, npm: string }} wanted major versions
 * @returns {{ env: NodeJS.ProcessEnv, versions: { node: string, npm: string } }} environment that finds them first, and nothing else
 */
export function toolsOf(who, wanted) {
  const folder = path.join(who.home, 'tools');
  mkdirSync(folder);
  const packages = [
    ...(process.versions.node.split('.')[0] === wanted.node ? [] : [`node@${wanted.node}`]),
    ...(ask('npm', ['--version']).split('.')[0] === wanted.npm ? [] : [`npm@${wanted.npm}`]),
  ];
  // The package `node` fetches the binary for the platform as a package, and links it by its install script.
  if (packages.length > 0)
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages], {
      stdio: 'ignore',
    });
  who.own(folder);
  const env = {
    HOME: who.home,
    PATH: [path.join(folder, 'node_modules', '.bin'), path.dirname(process.execPath), process.env.PATH].join(':'),
    // Where packages come from is the machine's business; what root has set for itself is not the newcomer's.
    NPM_CONFIG_GLOBALCONFIG: ask('npm', ['config', 'get', 'globalconfig']),
  };
  return { env, versions: { node: ask('node', ['--version'], env).slice(1), npm: ask('npm', ['--version'], env) } };
}

function ask(program, question, env = process.env) {
  return execFileSync(program, question, { env, cwd: '/' }).toString().trim();
}
