import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/index.js';

/** Of this program, as its package says. */
export const VERSION: string = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')).version;

/** Where jobs wait, for the line at start: no address, since that may hold a password. */
export const queueOf = ({ redisUrl }: Config): 'redis' | 'postgresql' =>
  redisUrl === undefined ? 'postgresql' : 'redis';
