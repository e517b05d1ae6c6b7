// npm run test:races: every route that writes, eight times at once. Among the other tests a dozen of them run.
import { spawnSync } from 'node:child_process';

const jest = ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', '--maxWorkers=1', 'test/races'];
const { status } = spawnSync(process.execPath, jest, { stdio: 'inherit', env: { ...process.env, RACES: 'all' } });
process.exit(status ?? 1);
