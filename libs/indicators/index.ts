/** What a number means: facts, definitions, windows, targets, rates and the yearly plan file. */
export * from './fact.js';
export * from './definition.js';
export * from './figure.js';
export * from './target.js';
export * from './yearly-plan.js';
