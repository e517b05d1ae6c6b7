export { AdministrationTabs } from './administration-tabs.js';
export { ForPage, type PageContext } from './page-context.js';
export { renderPage } from './render.js';
export { withDates } from './form-dates.js';
export { FormState, formState } from './form-state.js';
export { FormProblems, WordsTyped } from './form-problems.js';
