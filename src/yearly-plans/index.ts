export { type ManualFigureLine, ManualFiguresService } from './manual/manual-figures.service.js';
export { PLAN_AGREEMENT_TOPIC, PlanAgreementsService, type PlanAgreementTold } from './plan-agreements.service.js';
export { type StoredIndicator, type StoredPlan, YearlyPlanRepository } from './yearly-plan.repository.js';
export { YearlyPlansModule } from './yearly-plans.module.js';
export { YearlyPlansService } from './yearly-plans.service.js';
