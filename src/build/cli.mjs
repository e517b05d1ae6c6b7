// `npm run backup`, `npm run restore`: compiles what has changed, then does what the words say.
import path from 'node:path';
import { build } from './build.mjs';

await build(path.resolve(import.meta.dirname, '..', '..'));
await import('../../dist/src/cli.js');
