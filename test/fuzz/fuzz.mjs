// npm run fuzz: 10,000 requests with a seed of the moment; FUZZ_SEED and FUZZ_REQUESTS choose others.
import { spawnSync } from 'node:child_process';

const seed = process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31);
const jest = ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', '--maxWorkers=1', 'test/fuzz'];
const { status } = spawnSync(process.execPath, jest, {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_REQUESTS: process.env.FUZZ_REQUESTS ?? '10000' },
});
process.exit(status ?? 1);
