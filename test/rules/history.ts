import fc from 'fast-check';
import { addDays, type IsoDate } from '#kernel';
import type { Benefit } from '#domain/jobseeker';
import type { Employment, Posting } from '#domain/organisation';
import { type CaseStatus, LEAD_ROLE } from '#domain/support-case';
import type { PlanStep, PlanVersion } from '#domain/support-plan';
import { OWNER_SIDES, type OwnerSide, TASK_STATES, type TaskState } from '#domain/task';
import { type Side, SIDES } from '#access';

/** The middle of what is generated; today lies somewhere around it. */
const MIDDLE = '2026-06-10';
const SPAN = 45;
/** Two of each side; the first of a side may be 主担当. */
const STAFF = [0, 1, 2, 3] as const;
export const sideOfStaff = (index: number): Side => SIDES[index % 2] ?? 'municipal';

interface Person extends Employment {
  readonly postings: readonly Posting[];
}
interface Version extends PlanVersion {
  readonly steps: readonly Step[];
}
interface Step extends PlanStep {
  readonly id: string;
}
interface Promised {
  readonly id: string;
  /** Of the case, or of the person alone. */
  readonly inCase: boolean;
  readonly dueOn: IsoDate;
  readonly ownerSide: OwnerSide;
  readonly owner: number | null;
  readonly state: TaskState;
}
interface Member {
  readonly id: string;
  readonly staff: number;
  readonly role: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}
export interface History {
  readonly today: IsoDate;
  readonly staff: readonly Person[];
  readonly status: CaseStatus;
  readonly reviewOn: IsoDate;
  readonly versions: readonly Version[];
  readonly promises: readonly Promised[];
  readonly reviews: readonly {
    readonly id: string;
    readonly dueOn: IsoDate;
    readonly owner: number | null;
    readonly held: boolean;
  }[];
  readonly team: readonly Member[];
  readonly benefits: readonly Benefit[];
}

const day = fc.integer({ min: -SPAN, max: SPAN }).map((days) => addDays(MIDDLE, days));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const id = fc.uuid({ version: 4 });
const owner = perhaps(fc.constantFrom(...STAFF));

/** From a day to a later one, or without an end. */
const stretch = fc
  .tuple(day, perhaps(fc.integer({ min: 1, max: SPAN })))
  .map(([startsOn, length]) => ({ startsOn, endsOn: length === null ? null : addDays(startsOn, length) }));

const person: fc.Arbitrary<Person> = fc
  .tuple(stretch, fc.boolean(), perhaps(stretch))
  .map(([employment, stays, posting]) => ({
    employedFrom: stays ? '2024-04-01' : employment.startsOn,
    employedUntil: stays ? null : employment.endsOn,
    postings: stays ? [{ startsOn: '2024-04-01', endsOn: null }] : posting === null ? [] : [posting],
  }));

const KEYS = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);

const steps: fc.Arbitrary<Step[]> = fc.tuple(
  ...KEYS.map((stepKey, index) =>
    fc
      .record({
        id,
        ownerSide: fc.constantFrom(...OWNER_SIDES),
        owner,
        dueOn: perhaps(day),
        branchOn: perhaps(day),
        branchOf: perhaps(fc.constantFrom(...KEYS)),
        state: fc.constantFrom(...TASK_STATES, 'open' as const),
      })
      .map(({ owner: staff, branchOn, branchOf, ...step }) => ({
        ...step,
        stepKey,
        title: `手順${index}`,
        ownerStaffId: step.ownerSide === 'jobseeker' || staff === null ? null : String(staff),
        branchOn,
        branchCondition: branchOn === null ? null : '決まらなければ',
        branchOf: branchOn === null ? null : branchOf,
      })),
  ),
) as fc.Arbitrary<Step[]>;

const versions: fc.Arbitrary<Version[]> = fc
  .array(fc.record({ drawnUpOn: day, agreed: fc.boolean(), steps }), { maxLength: 3 })
  .map((drafts) =>
    drafts.map(({ agreed, drawnUpOn, steps: written }, index) => ({
      version: index + 1,
      drawnUpOn,
      agreedOn: agreed ? drawnUpOn : null,
      steps: written,
    })),
  );

const member = (staff: number): fc.Arbitrary<Member> =>
  fc.record({ id, stretch, lead: fc.boolean() }).map(({ stretch: time, lead, ...rest }) => ({
    ...rest,
    staff,
    ...time,
    // One organisation has one 主担当 at a time.
    role: lead && staff < SIDES.length ? LEAD_ROLE : '副担当',
  }));

/** What may have happened on one case, and a day on which somebody looks at it. */
export const history: fc.Arbitrary<History> = fc.record({
  today: day,
  staff: fc.tuple(...STAFF.map(() => person)) as fc.Arbitrary<Person[]>,
  status: fc.constantFrom<CaseStatus>('active', 'suspended', 'closed', 'placed'),
  reviewOn: day,
  versions,
  promises: fc.array(
    fc
      .record({
        id,
        inCase: fc.boolean(),
        dueOn: day,
        ownerSide: fc.constantFrom(...OWNER_SIDES),
        owner,
        state: fc.constantFrom(...TASK_STATES, 'open' as const),
      })
      .map((promise) => (promise.ownerSide === 'jobseeker' ? { ...promise, owner: null } : promise)),
    { maxLength: 4 },
  ),
  reviews: fc.array(fc.record({ id, dueOn: day, owner, held: fc.boolean() }), { maxLength: 2 }),
  team: fc.tuple(...STAFF.map((staff) => perhaps(member(staff)))).map((all) => all.filter((one) => one !== null)),
  benefits: fc.array(
    fc
      .record({ name: fc.constantFrom('住宅手当', '訓練給付', '児童扶養手当'), stretch })
      .map(({ name, stretch: time }) => ({ name, ...time })),
    { maxLength: 3 },
  ),
});
