// `npm run build`: everything that an installation runs.
import path from 'node:path';
import { build, describeAnswers } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
await build(root);
process.exitCode = (await describeAnswers(root)) ?? 1;
