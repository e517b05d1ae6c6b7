// What README promises to a newcomer, `npm ci && npm start`, as somebody who has nothing: a user with an empty home of mode 700, in a folder
// whose name has a space and Japanese letters, with every node and npm we name.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { newcomer } from './newcomer.mjs';
import { toolsOf } from './tools.mjs';

const MATRIX = [
  { node: '20', npm: '10' },
  { node: '20', npm: '11' },
  { node: '24', npm: '10' },
  { node: '24', npm: '11' },
];

const seconds = (value) => (value === undefined ? '' : `${value.toFixed(0)} s`);
function lineOf({ node, npm, ci, page, ready, ended, failed }) {
  const cells = [node, npm, seconds(ci), seconds(page), seconds(ready), seconds(ended), failed ?? 'passed'];
  return `| ${cells.join(' | ')} |`;
}

/**
 * @param {string} root folder of the checkout
 * @param {{ onlyOne: boolean }} how the first of the four alone
 * @returns {Promise<string[]>} what failed
 */
export async function newcomers(root, { onlyOne }) {
  const rows = [];
  for (const versions of onlyOne ? MATRIX.slice(0, 1) : MATRIX) {
    const who = newcomer();
    try {
      const tools = toolsOf(who, versions);
      rows.push({ ...tools.versions, ...(await install(root, who, tools)) });
    } catch (error) {
      rows.push({ ...versions, failed: error.message });
    } finally {
      who.leave();
    }
    process.stdout.write(`${lineOf(rows.at(-1))}\n`);
  }

  const table = [
    '| node | npm | `npm ci` | first page after | signed-in page after | Ctrl-C took | result |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(lineOf),
  ].join('\n');
  process.stdout.write(`\n${table}\n`);
  const results = path.join(root, 'coverage');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'installation.md'), `${table}\n`);
  return rows.flatMap(({ node, npm, failed }) => (failed === undefined ? [] : [`node ${node}, npm ${npm}: ${failed}`]));
}
