import { DataSource } from 'typeorm';
import { type Clock, systemClock } from '#kernel';
import { loadCity } from './load-city.js';
import { demonstrationState, markLoaded, markLoading, prepareForDemonstration } from './loading-mark.js';

export { loginTable } from './login-table.js';

export interface DemonstrationLoad {
  readonly ownerUrl: string;
  readonly workerUrl: string;
  readonly log: (message: string) => void;
  /** Told now and then how far it is: share from 0 to 1, and the month that has been reached, as it is read. */
  readonly progress?: (reached: { readonly share: number; readonly month: string }) => void;
  /** Whose present the demonstration is told up to. */
  readonly clock?: Clock;
}

/** Whether a migrated database is still to be given the demonstration: it holds no site, or half of a load that was killed. */
export async function awaitsDemonstration(ownerUrl: string): Promise<boolean> {
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  try {
    return (await demonstrationState(owner)) === 'free';
  } finally {
    await owner.destroy();
  }
}

/**
 * Loads the invented city (見本市) into a migrated database that holds no site. A load that was killed is begun anew.
 * Nobody may be let in meanwhile.
 * @returns whether the database holds the demonstration now; false when it is in use for something else
 */
export async function loadDemonstrationIfEmpty({
  ownerUrl,
  workerUrl,
  log,
  progress = () => undefined,
  clock = systemClock,
}: DemonstrationLoad): Promise<boolean> {
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  try {
    const state = await prepareForDemonstration(owner);
    if (state !== 'free') return state === 'loaded';
    const begun = performance.now();
    log('Loading the demonstration, an invented city over two fiscal years. This takes up to a minute, once.');
    await markLoading(owner);
    await loadCity({ owner, workerUrl, now: clock.now(), log, progress });
    // History asks for no work: what waits in the outbox would only be thrown away by the worker, message by message.
    await owner.query(
      'UPDATE outbox_message SET dispatched_at = clock_timestamp(), handled_at = clock_timestamp() WHERE dispatched_at IS NULL',
    );
    await owner.query('ANALYZE');
    await markLoaded(owner);
    log(`Loaded in ${Math.round((performance.now() - begun) / 1000)} s.`);
    return true;
  } finally {
    await owner.destroy();
  }
}
