/** What the nightly backup needs; undefined where none is taken. */
export interface NightlyBackup {
  readonly folder: string;
  /** How many are kept. */
  readonly keep: number;
  /** Signs in as the backup role. */
  readonly url: string;
  readonly passphrase: string | undefined;
  /** Version of the application. */
  readonly application: string;
}

/** Token under which the platform provides it. */
export const NIGHTLY_BACKUP = Symbol('nightly backup');
