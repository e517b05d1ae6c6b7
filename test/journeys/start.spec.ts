import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { allGone, copyCheckout, StartedProject } from '../support/checkout.js';

/** Compiling takes most of it. */
jest.setTimeout(240_000);

describe('npm start', () => {
  let root: string;
  const started: StartedProject[] = [];
  const start = (env: NodeJS.ProcessEnv = {}) => {
    const project = new StartedProject(root, env);
    started.push(project);
    return project;
  };
  const passwords = () => readFileSync(path.join(root, 'data', 'passwords.json'), 'utf8');

  beforeAll(() => {
    root = copyCheckout();
  });
  afterAll(async () => {
    for (const project of started) {
      project.process.kill('SIGTERM');
      await project.ended;
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 10 });
  });

  it('starts from nothing, tells how far it is, is up, and leaves no process when it is ended', async () => {
    const project = start();
    const address = await project.address();
    const waiting = await fetch(address);
    expect([waiting.status, await waiting.text()]).toEqual([503, expect.stringContaining('<progress')]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await project.ready()).toBe(address);
    const home = await fetch(address);
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('ログインID')]);
    const all = project.descendants();
    expect(all.map(({ command }) => command)).toEqual(
      expect.arrayContaining([expect.stringMatching(/worker\.js$/), expect.stringMatching(/bin\/postgres /)]),
    );
    project.process.kill('SIGTERM');
    await project.ended;
    await allGone(all.map(({ pid }) => pid));
  });

  it('finds its data again after kill -9, and no worker lives on', async () => {
    const before = passwords();
    const killed = start();
    await killed.ready();
    const worker = killed.descendants().filter(({ command }) => command.endsWith('worker.js'));
    const main = killed.descendants().filter(({ command }) => command.endsWith('start.mjs'));
    expect([worker.length, main.length]).toEqual([1, 1]);
    for (const { pid } of main) process.kill(pid, 'SIGKILL');
    await killed.ended;
    await allGone(worker.map(({ pid }) => pid));

    const next = start();
    expect((await fetch(`${await next.ready()}/healthz`)).status).toBe(200);
    expect(next.printed).not.toContain('Migrated');
    expect(passwords()).toBe(before);
    const all = next.descendants();
    next.process.kill('SIGINT');
    await next.ended;
    await allGone(all.map(({ pid }) => pid));
  });

  it('says what to do when the port is taken, and stops what it had started', async () => {
    const { port } = new URL(await start().address());
    const second = start({ PORT: port });
    expect(await second.ended).not.toBe(0);
    expect(second.printed).toMatch(/EADDRINUSE[^]*Set PORT/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});
