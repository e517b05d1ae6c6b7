import { type FieldError, type IsoDate, type Reason, refuseInvalid } from '#kernel';
import type { SupportCase } from '../support-cases/index.js';
import { type PlanDraft, planProblems } from '#domain/support-plan';
import { notBefore } from '#domain/fields';
import type { OwnerSide } from '#domain/task';
import type { PlanVersionLine, SiteStaff } from './support-plans.repository.js';

/** A named owner of a step or a review. */
interface Ownership {
  readonly field: string;
  readonly staffId: string | null;
  /** The side the owner has to be of; null: either. */
  readonly side: OwnerSide | null;
}

export interface PlanContext {
  readonly supportCase: SupportCase;
  /** The version that is revised; null for the first. */
  readonly previous: PlanVersionLine | null;
  readonly staff: readonly SiteStaff[];
  readonly today: IsoDate;
}

/** A plan as it is about to be written, reviews with the staff who are to hold them. */
export interface ProposedPlan extends PlanDraft {
  readonly reviews: readonly { readonly dueOn: IsoDate; readonly ownerStaffId: string | null }[];
}

/** @throws InvalidInput with every problem of the plan as it is about to be written */
export function checkPlan(plan: ProposedPlan, { supportCase, previous, staff, today }: PlanContext): void {
  const carriedOver = new Map(previous?.steps.map(({ stepKey, ownerStaffId }) => [stepKey, ownerStaffId]));
  const owners = plan.steps
    .map(({ stepKey, ownerStaffId, ownerSide }, index) => ({
      stepKey,
      field: `steps.${index}.ownerStaffId`,
      staffId: ownerStaffId,
      side: ownerSide,
    }))
    // Someone who left since keeps what was theirs, until the step is given to another.
    .filter(({ stepKey, staffId }) => carriedOver.get(stepKey) !== staffId);
  refuseInvalid([
    ...planProblems(plan, previous, today),
    ...notBefore('drawnUpOn', plan.drawnUpOn, supportCase.openedOn, 'before_case_opened'),
    ...repeatedKeys(plan),
    ...ownerProblems(owners, staff),
    ...ownerProblems(
      plan.reviews.map(({ ownerStaffId }, index) => ({
        field: `reviews.${index}.ownerStaffId`,
        staffId: ownerStaffId,
        side: null,
      })),
      staff,
    ),
  ]);
}

/** Owners have to work at the site, on the side the step is given to, and to see what they are given. */
export function ownerProblems(owners: readonly Ownership[], staff: readonly SiteStaff[]): FieldError[] {
  return owners.flatMap(({ field, staffId, side }) => {
    if (staffId === null || side === 'jobseeker') return [];
    const owner = staff.find(({ id }) => id === staffId);
    if (!owner) return [{ field, code: 'not_one_of' }];
    if (side !== null && owner.side !== side) return [{ field, code: 'owner_of_other_side' }];
    return owner.sees ? [] : [{ field, code: 'owner_may_not_see' }];
  });
}

/** Nothing more is planned in a period that is over. */
export function closedReasons({ status }: SupportCase): Reason[] {
  return status === 'closed' ? [{ code: 'case_is_closed' }] : [];
}

function repeatedKeys({ steps }: PlanDraft): FieldError[] {
  return steps.flatMap(({ stepKey }, index) => {
    const isRepeated = steps.findIndex((other) => other.stepKey === stepKey) < index;
    return isRepeated ? [{ field: `steps.${index}.stepKey`, code: 'step_key_repeated' }] : [];
  });
}
