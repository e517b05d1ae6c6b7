/** What a number means: facts, definitions, windows, targets, rates and the yearly plan file. */
export * from './fact.js';
export * from './definition.js';
export * from './rate-style.js';
export { type MonthState, stateOfMonth } from './provisional.js';
export { comparableYearBefore, yearBefore } from './year-before.js';
export * from './window.js';
export { Segments } from './segments.js';
export * from './target.js';
export * from './progress.js';
export * from './figure.js';
export { countOver, dateOf } from './count-over.js';
export { rateFigure, rateOver } from './rates.js';
export { type Records, evaluate, numberOf } from './evaluate.js';
export * from './yearly-plan.js';
<<<<<<< HEAD
export { ROLL_UP } from './roll-up.js';
=======
export * from './plan-import.js';
>>>>>>> 555bbbb (An import of a yearly plan deletes nothing that was typed: indicators stay with their numbers, editions stay, programmes change only where the file says so)
export { type TradeCodes, PLAN_FORMAT, parseYearlyPlan } from './plan-file/parse-yearly-plan.js';
export { formatYearlyPlan } from './plan-file/format-yearly-plan.js';
export { isPartOf } from './sub-count.js';
