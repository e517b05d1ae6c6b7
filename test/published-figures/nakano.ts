import { resolve } from 'node:path';
import { loadPublishedSites, readFigures, readPublishedPlans, recordsFor } from '../../src/demonstration/index.js';
import type { Template } from '../support/database.js';

/** 中野, loaded through the services; loaded once per run, then copied. */
export const NAKANO_LOADED: Template = {
  name: 'nakano_loaded',
  fill: async (database) => {
    const root = resolve('.');
    const records = recordsFor(readPublishedPlans(root), readFigures(root)).filter(({ site }) => site === 'nakano');
    await loadPublishedSites(database, root, records, () => undefined);
  },
};
