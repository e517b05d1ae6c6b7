// One process of an office: started, found healthy as compose finds it, stopped, killed, and started again when it ends by itself.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Where programs are; Debian keeps some servers where only root looks. */
export const SEARCHED = `${process.env.PATH}:/usr/sbin`;

const PATIENCE_MS = 90_000;
/** Compose grants ten seconds before it kills. */
const GRACE_MS = 10_000;
const RESTART_MS = 500;
const POLL_MS = 250;

export class Part {
  /** How often it ended without being asked to. */
  ownEnds = 0;
  /** How often it did not end in time and was killed. */
  killedLate = 0;
  #child;
  #wanted = false;

  /**
   * @param {string} name
   * @param {{ command: string[], env?: NodeJS.ProcessEnv, cwd?: string, log: string, health: string[], healthEnv?: NodeJS.ProcessEnv,
   *   endsBy?: NodeJS.Signals, before?: () => void }} how command and healthcheck as compose has them; `before` each start
   */
  constructor(name, how) {
    this.name = name;
    this.how = how;
  }

  async start() {
    this.#wanted = true;
    this.#spawn();
    await this.healthy();
  }

  async healthy() {
    const giveUp = performance.now() + PATIENCE_MS;
    while (!(await this.#isHealthy())) {
      if (performance.now() > giveUp) throw new Error(`${this.name} is not healthy: see ${this.how.log}`);
      await pause(POLL_MS);
    }
  }

  /** As `docker compose stop` does. */
  async stop() {
    await this.#end(this.how.endsBy ?? 'SIGTERM');
  }

  /** As when the power goes. */
  async kill(signal = 'SIGKILL') {
    await this.#end(signal);
  }

  /** The next start has other settings. */
  setEnvironment(more) {
    this.how = { ...this.how, env: { ...this.how.env, ...more } };
  }

  #spawn() {
    const { command, env, cwd = '/', log, before } = this.how;
    before?.();
    const output = openSync(log, 'a');
    const [program, ...words] = command;
    const child = spawn(program, words, { cwd, env: { PATH: SEARCHED, ...env }, stdio: ['ignore', output, output] });
    child.once('error', () => undefined);
    child.ended = new Promise((resolve) => child.once('close', resolve));
    child.once('close', () => {
      if (!this.#wanted || this.#child !== child) return;
      this.ownEnds += 1;
      setTimeout(() => this.#wanted && this.#spawn(), RESTART_MS);
    });
    this.#child = child;
  }

  async #end(signal) {
    this.#wanted = false;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const force = setTimeout(() => {
      this.killedLate += 1;
      child.kill('SIGKILL');
    }, GRACE_MS);
    await child.ended;
    clearTimeout(force);
  }

  #isHealthy() {
    const { health, healthEnv, env, cwd = '/' } = this.how;
    const [program, ...words] = health;
    return new Promise((resolve) => {
      const check = spawn(program, words, { cwd, env: { PATH: SEARCHED, ...env, ...healthEnv }, stdio: 'ignore' });
      check.once('error', () => resolve(false));
      check.once('close', (code) => resolve(code === 0));
    });
  }
}
