// `npm run screenshots [-- --readme]`: see README.md beside this file.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const env = { ...process.env, README_PICTURES: process.argv.includes('--readme') ? 'yes' : '' };
const { status } = spawnSync(process.execPath, [jest, '-c', 'test/screenshots/jest.config.cjs'], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
