// `npm start`. One process from here on, so that signals meant for npm's child reach the one that knows what to stop.
import path from 'node:path';
import { build, describeAnswers } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
await build(root);
if (process.env.npm_lifecycle_event !== undefined) {
  // npm killed outright cannot pass its end on; nobody could press Ctrl-C for us any more, and the port would stay taken.
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || process.kill(process.pid, 'SIGTERM'), 200).unref();
}
const { start } = await import('../../dist/src/start.js');
await start(root);
await describeAnswers(root);
