// Somebody who has just been given an account: an ordinary user with an empty home that nobody else may look into.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Root makes an account for it and removes it afterwards; anybody else plays the newcomer themselves, with another home.
 *
 * @returns {{ home: string, run: (command: string[]) => string[], own: (file: string) => void, processes: () => number[], leave: () => void }}
 */
export function newcomer() {
  const home = mkdtempSync(path.join(tmpdir(), 'newcomer-'));
  chmodSync(home, 0o700);
  const tidy = () => rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  if (process.getuid() !== 0)
    return { home, run: (command) => command, own: () => undefined, processes: () => processesIn(home), leave: tidy };

  const name = `newcomer-${process.pid}`;
  execFileSync('useradd', ['--no-create-home', '--home-dir', home, '--user-group', name]);
  const id = (option) => Number(execFileSync('id', [option, name]).toString());
  const [uid, gid] = [id('-u'), id('-g')];
  chownSync(home, uid, gid);
  return {
    home,
    run: (command) => ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...command],
    own: (file) => execFileSync('chown', ['-R', `${uid}:${gid}`, file]),
    processes: () => processesOf(uid),
    leave: () => {
      for (const pid of processesOf(uid)) process.kill(pid, 'SIGKILL');
      tidy();
      execFileSync('userdel', [name]);
    },
  };
}

const processesOf = (uid) => running(({ status }) => new RegExp(`^Uid:\\t${uid}\\t`, 'm').test(status));
const processesIn = (home) => running(({ command }) => command.includes(home));

/** Numbers of what runs on this machine, as /proc tells it, without what has ended and was not waited for. */
function running(isMeant) {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const status = readFileSync(`/proc/${entry}/status`, 'utf8');
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return !/^State:\tZ/m.test(status) && isMeant({ status, command }) ? [Number(entry)] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}
