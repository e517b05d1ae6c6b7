import pg from 'pg';

/** Advisory lock on database `postgres`: shared by every process that uses the server, exclusive for the one that ends it. */
const USERS_LOCK = 7_201_100;

/**
 * Holds one connection to the server for as long as this process uses it. The connection tells when the server has
 * died, which starts it again, and its lock tells other processes of the project that the server is in use: whoever
 * leaves last ends it. A killed process loses its lock with its connection.
 */
export class Supervisor {
  private keeper: pg.Client | undefined;
  private leaving = false;

  constructor(
    private readonly url: string,
    private readonly revive: () => Promise<unknown>,
    private readonly log: (message: string) => void,
  ) {}

  /** Tries again on a server that another process was just ending, once it has been started anew. */
  async attach(): Promise<void> {
    await this.connect().catch(async () => {
      await this.revive();
      await this.connect();
    });
  }

  private async connect(): Promise<void> {
    const keeper = new pg.Client({ connectionString: this.url });
    keeper.on('error', () => undefined); // 'end' follows, and says all that matters here
    await keeper.connect();
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    keeper.once('end', () => void this.recover());
    this.keeper = keeper;
  }

  /** Lets go of the server; the last to do so ends it, and whoever comes meanwhile waits for that and then starts it anew. */
  async detach(endServer: () => Promise<void>): Promise<void> {
    this.leaving = true;
    await this.keeper?.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK]).catch(() => undefined);
    await this.keeper?.end().catch(() => undefined);
    const leaver = new pg.Client({ connectionString: this.url });
    leaver.on('error', () => undefined); // the server that it ends ends it
    try {
      if (await isLast(leaver)) await endServer();
    } finally {
      await leaver.end().catch(() => undefined);
    }
  }

  private async recover(): Promise<void> {
    if (this.leaving) return;
    this.log('The embedded PostgreSQL stopped; starting it again.');
    try {
      await this.revive();
      await this.attach();
      this.log('The embedded PostgreSQL is back.');
    } catch (error) {
      this.log(`The embedded PostgreSQL could not be started again: ${String(error)}`);
    }
  }
}

async function isLast(leaver: pg.Client): Promise<boolean> {
  try {
    await leaver.connect();
    const { rows } = await leaver.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [USERS_LOCK]);
    return rows[0]?.last === true;
  } catch {
    return true; // it does not answer: nobody can be using it
  }
}
