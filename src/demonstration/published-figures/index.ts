/** Published figures, computed by the application from the loaded records. */
export { type ComputedFigure, computeFigures } from './compute.js';
export { fingerprintOf } from './fingerprint.js';
export { linesOf, openFigure, type OpenedLine } from './opened.js';
export { PublishedSites } from './published-sites.js';
export { summaryOf, tableOf } from './table.js';
