/** Published figures, computed by the application from the loaded records. */
export { computeFigures } from './compute.js';
export { fingerprintOf } from './fingerprint.js';
export { linesOf, openFigure } from './opened.js';
export { summaryOf, tableOf } from './table.js';
