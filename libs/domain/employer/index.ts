/** 事業所・求人: who offers work, and what is offered. */
export { type EmployerDraft, employerProblems } from './employer.js';
export { type JobOrderDraft, POSITIONS_MAX, isOpenOn, jobOrderProblems } from './job-order.js';
export { employerSearchKey, kanaQueryKey, nameQueryKey } from './search-key.js';
