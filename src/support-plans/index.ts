export { type AgreeToPlan } from './dto/agree-to-plan.dto.js';
export { type DrawUpPlan, type PlanAReview, type PlanStepFields, type RevisePlan } from './dto/plan-fields.dto.js';
export { type FinishPlanStep, type HoldPlanReview } from './dto/plan-work.dto.js';
export { type PlanView } from './plan-view.js';
export { SupportPlansModule } from './support-plans.module.js';
export { type PlanReviewLine, type PlanStepLine, type PlanVersionLine } from './support-plans.repository.js';
export { type PlanWritten, SupportPlansService } from './support-plans.service.js';
