/** 事業所・求人: who offers work, and what is offered. */
export { employerProblems } from './employer.js';
export { isOpenOn, jobOrderProblems, POSITIONS } from './job-order.js';
export { employerSearchKey, kanaQueryKey, nameQueryKey } from './search-key.js';
