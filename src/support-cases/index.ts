export { CaseEvidence, type EvidenceSource } from './case-evidence.js';
export { CaseTransitions, type WantedTransition } from './case-transitions.js';
export { CaseFrame, type CaseFrameView } from './frame/case-frame.js';
export { caseLayout, type CaseLayoutOptions, type CaseTab } from './frame/case-layout.js';
export { type CaseNextStep, type FindNextStep, NextStepSource } from './frame/next-step-source.js';
export { SupportCasesModule } from './support-cases.module.js';
export { type SupportCase, SupportCasesRepository, type TransitionLine } from './support-cases.repository.js';
export { type ListCases, SupportCasesService } from './support-cases.service.js';
