import type { OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** Addresses of one database under the roles that a process signs in with. */
export interface RoleAddresses {
  /** Under which the process serves: the application's role in a web process, the worker's in a worker. */
  readonly appUrl: string;
  readonly signInUrl?: string | undefined;
  readonly reportUrl?: string | undefined;
  /** Where the process acts for nobody who is signed in. */
  readonly workerUrl?: string | undefined;
}

/** Of a process that acts for nobody who is signed in. */
export const workerAlone = (workerUrl: string): RoleAddresses => ({ appUrl: workerUrl, workerUrl });

/** A role beside that of whoever the process serves. */
export type OtherRole = 'signIn' | 'report' | 'worker';

/** The others are asked for less, and a statement or two at a time. */
const SHARE = 0.4;

/** The pools of a process, one for each role it signs in with; those beside the first are opened when they are asked for. */
export class Connections implements OnApplicationShutdown {
  private readonly others = new Map<OtherRole, Promise<DataSource>>();

  constructor(
    readonly serving: DataSource,
    private readonly addresses: RoleAddresses,
  ) {}

  /** @throws Error where the process has no such role */
  of(role: OtherRole): Promise<DataSource> {
    const opened = this.others.get(role) ?? this.open(role);
    this.others.set(role, opened);
    return opened;
  }

  /** Lets go of all but the first; whoever asks again opens them again. */
  async close(): Promise<void> {
    const opened = [...this.others.values()];
    this.others.clear();
    for (const other of await Promise.allSettled(opened))
      if (other.status === 'fulfilled' && other.value !== this.serving) await other.value.destroy();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async open(role: OtherRole): Promise<DataSource> {
    const url = this.addresses[`${role}Url`];
    if (url === undefined) throw new Error(`this process does not sign in to the database as ${role}`);
    if (url === this.addresses.appUrl) return this.serving;
    const { options, entityMetadatas } = this.serving;
    const poolSize = Math.ceil((options.poolSize ?? 1) * SHARE);
    const entities = entityMetadatas.map(({ target }) => target);
    const other = new DataSource({ ...options, url, poolSize, entities } as DataSourceOptions);
    // Not kept when it could not be opened: the next who asks tries again.
    return other.initialize().catch((error: unknown) => {
      this.others.delete(role);
      throw error;
    });
  }
}
