// `npm run published-figures`: compiles what has changed, then runs it.
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
await build(root);
const { publishedFigures } = await import('../../dist/src/published-figures.js');
process.exitCode = (await publishedFigures(root, process.argv.slice(2))) ? 0 : 1;
