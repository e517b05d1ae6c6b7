import { v7 as uuid } from 'uuid';
import { type Clock, type IsoDate, tokyoTimeOf } from '#kernel';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import { ConsultationsService, NextActionsService } from '../../../consultations/index.js';
import { SupportPlansService } from '../../../support-plans/index.js';
import type { LoadingSite } from '../../loading/loading-site.js';
import type { CaseActs } from './case-acts.js';
import type { PersonActs } from './person-acts.js';

/** Login of whoever does it, or the person themself. */
type Owner = string;
const THE_PERSON: Owner = 'jobseeker';

interface ActionDetails {
  readonly title: string;
  readonly due: IsoDate;
  readonly owner: Owner;
}

interface StepDetails extends ActionDetails {
  /** 分岐: taken only if the step of that title has not brought `hoped` by `decideOn`. */
  readonly insteadOf?: { readonly step: string; readonly hoped: string; readonly decideOn: IsoDate };
}

export interface PlanDetails {
  readonly goal: string;
  readonly situation?: string;
  readonly steps: readonly StepDetails[];
  readonly reviews?: readonly { readonly due: IsoDate; readonly owner: Owner }[];
}

export interface ConsultationDetails {
  readonly text: string;
  /** Logins of those who took part beside the author. */
  readonly with?: readonly string[];
  readonly kind?: ConsultationKind;
  readonly channel?: ConsultationChannel;
  readonly desk?: string;
  readonly minutes?: number;
  readonly outcomes?: readonly ConsultationOutcome[];
  /** 自機関だけの記録. */
  readonly own?: string;
  readonly next?: readonly ActionDetails[];
}

/** Plan and consultations of a person, on the day the clock shows. */
export class SupportActs {
  private lastTalk = '';

  constructor(
    private readonly site: LoadingSite,
    private readonly clock: Clock,
    private readonly person: PersonActs,
    private readonly supportCase: CaseActs,
  ) {}

  /** Drawn up and agreed by the person on the same day. */
  async plan(by: string, told: PlanDetails): Promise<void> {
    const plans = this.site.service(SupportPlansService);
    const written = await plans.drawUp(this.site.actor(by), this.supportCase.id, this.planFields(told, new Map()));
    await this.agree(by, written);
  }

  /** The next version, agreed on the same day; steps of the same title are the same steps. */
  async revise(by: string, reason: string, told: PlanDetails): Promise<void> {
    const plans = this.site.service(SupportPlansService);
    const plan = await this.currentPlan(by);
    const keys = new Map(plan.steps.map(({ title, stepKey }) => [title, stepKey]));
    const written = await plans.revise(this.site.actor(by), this.supportCase.id, {
      ...this.planFields(told, keys),
      reason,
      version: plan.version,
    });
    await this.agree(by, written);
  }

  /** @throws Error when the plan has no open step of that title */
  async finishStep(by: string, title: string, state: 'done' | 'dropped' = 'done'): Promise<void> {
    const step = (await this.currentPlan(by)).steps.find((one) => one.title === title && one.state === 'open');
    if (step === undefined) throw new Error(`no open step ${title}`);
    await this.site
      .service(SupportPlansService)
      .finishStep(this.site.actor(by), step.id, { state, version: step.version });
  }

  /** Whatever the plan still asks for is done or no longer wanted. */
  async finishPlan(by: string, state: 'done' | 'dropped'): Promise<void> {
    for (const { state: standing, title } of (await this.currentPlan(by)).steps)
      if (standing === 'open') await this.finishStep(by, title, state);
  }

  /** Holds the review that is due next. */
  async review(by: string, outcome: string): Promise<void> {
    const plan = await this.site.service(SupportPlansService).ofCase(this.site.actor(by), this.supportCase.id);
    const next = plan?.reviews
      .filter(({ heldOn }) => heldOn === null)
      .sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0];
    if (next === undefined) throw new Error('no review is due');
    await this.site
      .service(SupportPlansService)
      .holdReview(this.site.actor(by), next.id, { heldOn: this.clock.today(), outcome, version: next.version });
  }

  async talk(by: string, told: ConsultationDetails): Promise<void> {
    const {
      text,
      kind = 'vocational',
      channel = 'desk',
      desk = 'joint',
      minutes = 40,
      outcomes = [],
      own,
      next = [],
    } = told;
    const { id } = await this.site.service(ConsultationsService).log(this.site.actor(by), {
      jobseekerId: this.person.id,
      heldOn: this.clock.today(),
      startedAt: tokyoTimeOf(this.clock.now()),
      minutes,
      kind,
      channel,
      byAppointment: true,
      outcomes: [...outcomes],
      deskId: this.site.desk(desk),
      sharedText: text,
      ...(own === undefined ? {} : { ownNote: own }),
      participantIds: [by, ...(told.with ?? [])].map((login) => this.site.actor(login).staffId),
      nextActions: next.map(({ title, due, owner }) => ({ title, dueOn: due, ...this.ownerOf(owner) })),
    });
    this.lastTalk = id;
  }

  /** 追記 to the last consultation. */
  async add(by: string, text: string): Promise<void> {
    await this.site.service(ConsultationsService).addAddendum(this.site.actor(by), this.lastTalk, { text });
  }

  /** Every open next action of the person; by its title one alone. */
  async did(by: string, title?: string, state: 'done' | 'dropped' = 'done'): Promise<void> {
    const actions = this.site.service(NextActionsService);
    for (const action of await actions.ofJobseeker(this.site.actor(by), this.person.id)) {
      if (title === undefined || action.title === title)
        await actions.finish(this.site.actor(by), action.id, { state, version: action.version });
    }
  }

  private async agree(by: string, { planVersion, version }: { planVersion: number; version: number }): Promise<void> {
    await this.site.service(SupportPlansService).agree(this.site.actor(by), this.supportCase.id, {
      planVersion,
      agreedOn: this.clock.today(),
      agreedHow: 'signed',
      version,
    });
  }

  private planFields({ goal, situation = '', steps, reviews = [] }: PlanDetails, keys: Map<string, string>) {
    for (const { title } of steps) if (!keys.has(title)) keys.set(title, uuid());
    const key = (title: string): string => keys.get(title) ?? '';
    return {
      goal,
      situation,
      drawnUpOn: this.clock.today(),
      steps: steps.map(({ title, due, owner, insteadOf }) => ({
        stepKey: key(title),
        title,
        dueOn: due,
        ...this.ownerOf(owner),
        ...(insteadOf === undefined
          ? {}
          : { branchOf: key(insteadOf.step), branchCondition: insteadOf.hoped, branchOn: insteadOf.decideOn }),
      })),
      reviews: reviews.map(({ due, owner }) => ({ dueOn: due, ownerStaffId: this.site.actor(owner).staffId })),
    };
  }

  private ownerOf(owner: Owner) {
    if (owner === THE_PERSON) return { ownerSide: 'jobseeker' as const };
    const { side, staffId } = this.site.actor(owner);
    return { ownerSide: side, ownerStaffId: staffId };
  }

  private async currentPlan(by: string) {
    const plan = await this.site.service(SupportPlansService).ofCase(this.site.actor(by), this.supportCase.id);
    if (plan === null) throw new Error('there is no plan yet');
    return { version: plan.version, steps: plan.inForce.steps };
  }
}
