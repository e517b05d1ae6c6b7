// Our sources as the programs node runs, one file for one: what types mean is checked elsewhere (`npm run check:types`), and a
// start on a fresh checkout waits a second for this instead of half a minute for the checker.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';

const FOLDERS = ['src', 'libs', 'migrations'];
const IS_SOURCE = /(?<!\.spec|\.d)\.tsx?$/;

const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: '@kitajs/html' },
    },
  },
};

/** @param {string} root folder of the checkout; the programs go to dist/ in it */
export function compile(root) {
  for (const folder of FOLDERS) {
    const sources = readdirSync(path.join(root, folder), { recursive: true }).filter((file) => IS_SOURCE.test(file));
    for (const source of sources) compileOne(root, path.join(folder, source));
  }
}

function compileOne(root, source) {
  const filename = path.join(root, source);
  const target = path.join(root, 'dist', source.replace(/\.tsx?$/, '.js'));
  const { code, map } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
  writeFileSync(`${target}.map`, map);
}
