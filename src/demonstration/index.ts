/** Invented records, loaded as a user's data are. */
export { loadPublishedSites } from './loading/index.js';
export { readPublishedPlans } from './plans/read-plans.js';
export { computeFigures, fingerprintOf, linesOf, openFigure, summaryOf, tableOf } from './published-figures/index.js';
export { LAST_DAY, readFigures, recordsFor } from './published-records/index.js';
export { awaitsDemonstration, loadDemonstrationIfEmpty, loginTable } from './city/index.js';
