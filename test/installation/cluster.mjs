// A PostgreSQL 15 from Debian's package, set up and run as its manual has it.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { NotRun } from './not-run.mjs';

export const PROGRAMS = '/usr/lib/postgresql/15/bin';
const isRoot = process.getuid() === 0;
const PATIENCE_MS = 60_000;
const POLL_MS = 200;

/** @throws NotRun where there is no such server */
export function versionOfPostgres() {
  if (!existsSync(path.join(PROGRAMS, 'postgres'))) throw new NotRun("Debian's package postgresql-15 is not installed");
  return execFileSync(path.join(PROGRAMS, 'postgres'), ['--version']).toString().trim();
}

/** PostgreSQL refuses to run as root, who hands it to its own account. */
export const asPostgres = (command) =>
  isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command;

export class Cluster {
  #child;

  /** @param {string} folder its data folder, not there yet */
  constructor(folder, port, password) {
    Object.assign(this, { folder, port, password });
    this.adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  /** As Debian sets one up, and asks everybody for a password. @param {string} settings lines for postgresql.conf */
  initialise(settings = '') {
    this.lend();
    const passwordFile = `${this.folder}.password`;
    writeFileSync(passwordFile, this.password, { mode: 0o644 });
    const initdb = [path.join(PROGRAMS, 'initdb'), '-D', this.folder, '--username=postgres', '--encoding=UTF8'];
    const [program, ...words] = asPostgres([...initdb, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]);
    execFileSync(program, words, {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    this.configure(settings);
  }

  configure(settings) {
    appendFileSync(path.join(this.folder, 'postgresql.conf'), `\n${settings}\n`);
  }

  /** The folder and what is in it belong to the account that runs the server. */
  lend() {
    mkdirSync(this.folder, { recursive: true });
    if (isRoot) execFileSync('chown', ['-R', 'postgres', this.folder]);
    chmodSync(this.folder, 0o700);
  }

  /** @returns {Promise<void>} once it answers questions */
  async start() {
    const log = openSync(`${this.folder}.log`, 'a');
    const flags = ['-c', `port=${this.port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const [program, ...words] = asPostgres([path.join(PROGRAMS, 'postgres'), '-D', this.folder, ...flags]);
    this.#child = spawn(program, words, { cwd: '/', stdio: ['ignore', log, log] });
    this.#child.ended = new Promise((resolve) => this.#child.once('close', resolve));
    const giveUp = performance.now() + PATIENCE_MS;
    while (
      !(await this.ask('SELECT 1').then(
        () => true,
        () => false,
      ))
    ) {
      if (this.#child.exitCode !== null || performance.now() > giveUp)
        throw new Error(
          `the server in ${this.folder} does not answer: ${execFileSync('tail', ['-5', `${this.folder}.log`])}`,
        );
      await pause(POLL_MS);
    }
  }

  /** @returns {Promise<object[]>} rows, of its own database or another */
  ask(text, values = [], url = this.adminUrl) {
    return ask(url, text, values);
  }

  /** As `systemctl stop` does: who is connected is not waited for. */
  async stop() {
    if (this.#child === undefined || this.#child.exitCode !== null) return;
    this.#child.kill('SIGINT');
    await this.#child.ended;
  }
}

export async function ask(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
