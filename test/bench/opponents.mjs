// The application and its opponents, each a process of its own, in turns on the same rows.
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withClient } from './data/database.mjs';

/** Web processes that are asked the same. */
export class Opponents {
  #children = [];

  /**
   * @param {string} file beside this one, which listens and tells its port
   * @returns {Promise<{port: number, pid: number}>}
   */
  async start(file, message) {
    const started = fork(path.join(import.meta.dirname, file), { cwd: path.resolve(import.meta.dirname, '..', '..') });
    this.#children.push(started);
    const port = await new Promise((resolve, reject) => {
      started.once('message', (told) => resolve(told.port));
      started.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
      started.send(message);
    });
    return { port, pid: started.pid };
  }

  stop() {
    for (const child of this.#children) if (child.connected) child.disconnect();
  }
}

/** Milliseconds of all threads of a process since it began. */
export function spentByProcess(pid) {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, thread) => {
    try {
      return sum + Number(readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      // A thread that ended in between.
      return sum;
    }
  }, 0);
}

/** Processes that serve a database. */
export const backendsOf = (adminUrl, name) =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND usename IN ('team_support_app', 'team_support_sign_in', 'team_support_report', 'team_support_owner') AND backend_type = 'client backend'`,
      [name],
    );
    return rows.map(({ pid }) => pid);
  });
