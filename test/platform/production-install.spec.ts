import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { copyCheckout, StartedProject } from '../support/checkout.js';
import { projectRoot } from '../support/run.js';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** A checkout as `npm ci` leaves it where NODE_ENV is production: without what only development needs. */
function productionCheckout(): string {
  const root = copyCheckout();
  for (const made of ['dist', 'node_modules']) rmSync(path.join(root, made), { recursive: true, force: true });
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  for (const [folder, { dev = false }] of Object.entries(packages)) {
    const source = path.join(projectRoot(), folder);
    if (!/^node_modules\/(@[^/]+\/)?[^/]+$/.test(folder) || dev || !existsSync(source)) continue;
    mkdirSync(path.dirname(path.join(root, folder)), { recursive: true });
    symlinkSync(source, path.join(root, folder));
  }
  return root;
}

describe('npm start where only the packages of production are installed', () => {
  it('says in a sentence what to install, and ends', async () => {
    const root = productionCheckout();
    try {
      expect(existsSync(path.join(root, 'node_modules', 'fastify'))).toBe(true);
      const started = new StartedProject(root, { NODE_ENV: 'production' });
      expect(await started.ended).toBe(1);
      expect(started.printed).toContain('What compiles is not installed: run `npm ci --include=dev`');
      expect(started.printed).not.toMatch(/^\s+at /m);
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 10 });
    }
  });
});
