// The roll-up of every site for a fiscal year: what one core takes for the sites there are, and for a nation's.
import { DataSource } from 'typeorm';
import { Application } from './application.mjs';
import { backendsOf, spentByProcess } from './opponents.mjs';
import { parentOf, spentBy, spentByChildren } from './processor.mjs';

const SITES_OF_THE_NATION = 1_700;
const MOST_SECONDS = 60;
const FISCAL_YEAR = 2026;

/** @returns {Promise<boolean>} whether the promise was kept */
export async function rollUpOfAllSites({ database, settings, say }) {
  const { rollUp } = await import('../../dist/src/indicators/roll-up.js');
  const { UnitOfWork } = await import('../../dist/src/platform/unit-of-work/index.js');
  const application = await Application.start({ ...settings, adminUrl: database.adminUrl, poolSize: 1 });
  try {
    await application.web.get(DataSource).query('SELECT 1');
    const [backend] = await backendsOf(database.adminUrl, database.name);
    const spent = () => spentBy(backend) + spentByChildren(parentOf(backend)) + spentByProcess(process.pid);
    const before = spent();
    const { sites, total } = await rollUp(application.web.get(UnitOfWork), FISCAL_YEAR);
    const seconds = (spent() - before) / 1000;
    const nation = (seconds * SITES_OF_THE_NATION) / sites.length;
    const kept = nation <= MOST_SECONDS;
    say(
      `roll-up of ${sites.length} sites, ${total.length} numbers (${total.join(' ')}): ${seconds.toFixed(2)} s of one core; ${SITES_OF_THE_NATION} sites of this size ${nation.toFixed(1)} s, promised ≤ ${MOST_SECONDS} s${kept ? '' : '  MISSED'}`,
    );
    return kept;
  } finally {
    await application.stop();
  }
}
