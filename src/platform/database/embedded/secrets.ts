import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Passwords of the embedded server and the key that signs cookies, drawn once and kept beside the cluster, readable by its owner alone. */
export interface Secrets {
  superuser: string;
  owner: string;
  application: string;
  signIn: string;
  report: string;
  worker: string;
  backup: string;
  cookies: string;
}

/** Reads `passwords.json` in the data folder, or draws new passwords and writes it (mode 0600). */
export function readOrDrawSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'passwords.json');
  const kept = readKept(file);
  const draw = () => randomBytes(24).toString('base64url');
  const drawn: Secrets = {
    superuser: draw(),
    owner: draw(),
    application: draw(),
    signIn: draw(),
    report: draw(),
    worker: draw(),
    backup: draw(),
    cookies: draw(),
  };
  // What an earlier version kept lacks those that came since.
  const secrets: Secrets = { ...drawn, ...kept };
  if (kept !== undefined && Object.keys(drawn).every((name) => name in kept)) return secrets;
  // Written aside and renamed, so that a process killed here leaves either no file or a whole one.
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readKept(file: string): Partial<Secrets> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}
