// The folder that a container of our image has, made as the Dockerfile makes it, without a container engine.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readImage } from '../compose.mjs';

/** Installed already from the same lock: copied, because an installation by a newcomer is tried elsewhere. */
const INSTALLS = 'npm ci';

/**
 * @param {string} root folder of the checkout
 * @param {string} home where it is made
 * @returns {string} the folder that the image's programs run in
 */
export function makeImage(root, home) {
  const stages = { build: path.join(home, 'image-build'), shipped: path.join(home, 'image') };
  for (const folder of Object.values(stages)) mkdirSync(folder, { recursive: true });
  let stage = 'shipped';
  for (const { name, args } of readImage(root).instructions) {
    if (name === 'FROM') stage = / AS build$/.test(args) ? 'build' : 'shipped';
    // What the shipped stage runs is about the container's own folders.
    if (name === 'RUN' && stage === 'build') run(args, root, stages.build);
    if (name === 'COPY') copy(args, stage, root, stages);
  }
  return stages.shipped;
}

function run(command, root, folder) {
  if (command === INSTALLS) execFileSync('cp', ['-a', path.join(root, 'node_modules'), folder]);
  else execFileSync('sh', ['-c', command], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

function copy(args, stage, root, stages) {
  const words = args.split(/\s+/);
  const from = words[0].startsWith('--from=') ? stages[words.shift().slice('--from='.length)] : root;
  const target = path.join(stages[stage], words.pop());
  for (const word of words) {
    const source = path.join(from, word.replace(/^\/app\//, ''));
    const isFolder = words.length === 1 && !/\.json$/.test(word);
    cpSync(source, isFolder ? target : path.join(target, path.basename(word)), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}
