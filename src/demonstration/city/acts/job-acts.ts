import type { Clock, IsoDate } from '#kernel';
import type { EmploymentType } from '#domain/placement';
import type { NegotiatedCondition } from '#domain/referral';
import { EmployersService } from '../../../employers/index.js';
import { type Placement, PlacementsService, RetentionService } from '../../../placements/index.js';
import {
  InterviewsService,
  NegotiationsService,
  type Offer,
  OffersService,
  ReferralsService,
} from '../../../referrals/index.js';
import type { LoadingSite } from '../../loading/loading-site.js';
import { employerOfOrder } from '../employers.js';
import type { CaseActs } from './case-acts.js';
import type { PersonActs } from './person-acts.js';

export interface PlacementDetails {
  readonly occupation: string;
  readonly startsOn: IsoDate;
  readonly type: EmploymentType;
  /** A week. */
  readonly hours?: number;
  readonly days?: number;
  readonly subsidy?: string;
}

/** 理由: from the site's list, in words, or both. */
export interface ReasonDetails {
  readonly reasonCode?: string;
  readonly reasonNote?: string;
}

export interface ContactDetails {
  readonly with: 'jobseeker' | 'employer' | 'both';
  readonly channel: 'desk' | 'circuit' | 'outreach' | 'phone' | 'online';
  readonly text: string;
}

type RecordPlacement = Parameters<PlacementsService['record']>[2];
type Failure = 'refused_before_application' | 'not_attended' | 'document_failed' | 'interview_failed';

/** The search for work of a person, on the day the clock shows. An attempt is known by the key of its job order. */
export class JobActs {
  private readonly attempts = new Map<string, string>();

  constructor(
    private readonly site: LoadingSite,
    private readonly clock: Clock,
    private readonly person: PersonActs,
    private readonly supportCase: CaseActs,
  ) {}

  /** この人のための求人: an order that an employer gives for this one person. */
  async orderForPerson(
    by: string,
    order: string,
    title: string,
    employmentType: EmploymentType,
    conditions: string,
  ): Promise<void> {
    await this.receive(by, order, { title, employmentType, conditions, forJobseekerId: this.person.id });
  }

  /** An order for anybody that came in meanwhile. */
  async order(
    by: string,
    order: string,
    title: string,
    employmentType: EmploymentType,
    conditions: string,
  ): Promise<void> {
    await this.receive(by, order, { title, employmentType, conditions });
  }

  /** 打診. */
  async ask(by: string, order: string, note?: string): Promise<void> {
    const { id } = await this.site.service(ReferralsService).ask(this.site.actor(by), this.supportCase.id, {
      employerId: this.site.id(employerOfOrder(order)),
      jobOrderId: this.site.id(order),
      askedOn: this.clock.today(),
      ...(note === undefined ? {} : { note }),
    });
    this.attempts.set(order, id);
  }

  /** 紹介状, with the interview arranged if there is to be one. */
  async letter(by: string, order: string, interviewOn?: IsoDate): Promise<void> {
    const actor = this.site.actor(by);
    const referrals = this.site.service(ReferralsService);
    const asked = await referrals.referral(actor, this.attempt(order));
    const { version } = await referrals.issueLetter(actor, asked.id, {
      letterIssuedOn: this.clock.today(),
      version: asked.version,
    });
    if (interviewOn !== undefined)
      await this.site.service(InterviewsService).arrange(actor, asked.id, { interviewOn, version });
  }

  async interviewOn(by: string, order: string, day: IsoDate): Promise<void> {
    const referrals = this.site.service(ReferralsService);
    const { id, version } = await referrals.referral(this.site.actor(by), this.attempt(order));
    await this.site.service(InterviewsService).arrange(this.site.actor(by), id, { interviewOn: day, version });
  }

  async failed(by: string, order: string, outcome: Failure, reason: ReasonDetails): Promise<void> {
    const referrals = this.site.service(ReferralsService);
    const { id, version } = await referrals.referral(this.site.actor(by), this.attempt(order));
    await referrals.recordOutcome(this.site.actor(by), id, {
      outcome,
      outcomeOn: this.clock.today(),
      version,
      ...reason,
    });
  }

  /** 採用通知 of an attempt. */
  async offered(by: string, order: string, conditions: string): Promise<void> {
    const referrals = this.site.service(ReferralsService);
    const { id, version } = await referrals.referral(this.site.actor(by), this.attempt(order));
    await referrals.recordReferralOffer(this.site.actor(by), id, {
      receivedOn: this.clock.today(),
      conditions,
      version,
    });
  }

  /** 採用通知 without a referral of ours. */
  async offeredElsewhere(by: string, employer: string, conditions: string): Promise<void> {
    await this.site.service(OffersService).record(this.site.actor(by), this.supportCase.id, {
      employerId: this.site.id(employer),
      receivedOn: this.clock.today(),
      conditions,
    });
  }

  async accept(by: string): Promise<void> {
    const { id, version } = await this.currentOffer(by);
    await this.site
      .service(OffersService)
      .answer(this.site.actor(by), id, { answer: 'accepted', decidedOn: this.clock.today(), version });
  }

  async decline(by: string, reason: ReasonDetails): Promise<void> {
    const { id, version } = await this.currentOffer(by);
    await this.site
      .service(OffersService)
      .answer(this.site.actor(by), id, { answer: 'declined', decidedOn: this.clock.today(), version, ...reason });
  }

  /** 紹介就職. */
  async hired(by: string, order: string, told: PlacementDetails): Promise<void> {
    await this.place(by, { route: 'hello_work_referral', referralId: this.attempt(order) }, told);
  }

  /** A job that came of an offer without a referral of ours. */
  async hiredAtFair(by: string, told: PlacementDetails): Promise<void> {
    await this.place(by, { route: 'job_fair', offerId: (await this.currentOffer(by)).id }, told);
  }

  /** A job the person found and reported. */
  async foundWork(by: string, workplaceName: string, told: PlacementDetails): Promise<void> {
    await this.place(by, { route: 'self_found', workplaceName }, told);
  }

  /** 就職の取消. */
  async reverse(by: string, reason: ReasonDetails): Promise<void> {
    const { id, version } = await this.currentPlacement(by);
    await this.site
      .service(PlacementsService)
      .reverse(this.site.actor(by), id, { reversedOn: this.clock.today(), version, ...reason });
  }

  /** 職場定着支援の連絡; still in the job. */
  async contact(by: string, told: ContactDetails): Promise<void> {
    const { id } = await this.currentPlacement(by);
    await this.site.service(RetentionService).contact(this.site.actor(by), id, {
      contactedOn: this.clock.today(),
      withWhom: told.with,
      channel: told.channel,
      stillWorking: true,
      text: told.text,
    });
  }

  /** 条件緩和の交渉. */
  async negotiate(
    by: string,
    order: string,
    condition: NegotiatedCondition,
    [termsFrom, termsTo]: readonly [from: string, to: string],
    result: 'pending' | 'accepted' | 'refused',
    note?: string,
  ): Promise<void> {
    const today = this.clock.today();
    await this.site.service(NegotiationsService).negotiate(this.site.actor(by), this.supportCase.id, {
      employerId: this.site.id(employerOfOrder(order)),
      jobOrderId: this.site.id(order),
      condition,
      termsFrom,
      termsTo,
      negotiatedOn: today,
      result,
      ...(result === 'pending' ? {} : { resultOn: today }),
      ...(note === undefined ? {} : { note }),
    });
  }

  private async receive(
    by: string,
    order: string,
    told: Omit<Parameters<EmployersService['receiveJobOrder']>[2], 'receivedOn'>,
  ): Promise<void> {
    const { id } = await this.site
      .service(EmployersService)
      .receiveJobOrder(this.site.actor(by), this.site.id(employerOfOrder(order)), {
        ...told,
        positions: 1,
        receivedOn: this.clock.today(),
      });
    this.site.keep(order, id);
  }

  private async place(
    by: string,
    source: Pick<RecordPlacement, 'route' | 'referralId' | 'offerId' | 'workplaceName'>,
    told: PlacementDetails,
  ): Promise<void> {
    const { occupation, startsOn, type, hours, days, subsidy } = told;
    await this.site.service(PlacementsService).record(this.site.actor(by), this.supportCase.id, {
      ...source,
      occupation,
      startsOn,
      decidedOn: this.clock.today(),
      employmentType: type,
      ...(hours === undefined ? {} : { weeklyHours: hours }),
      ...(days === undefined ? {} : { weeklyDays: days }),
      ...(subsidy === undefined ? {} : { subsidy }),
    });
  }

  private async currentOffer(by: string): Promise<Offer> {
    const { offers } = await this.site.service(ReferralsService).ofCase(this.site.actor(by), this.supportCase.id);
    const standing = offers.filter(({ status }) => status !== 'declined').at(-1);
    if (standing === undefined) throw new Error('there is no offer');
    return standing;
  }

  private async currentPlacement(by: string): Promise<Placement> {
    const placements = await this.site.service(PlacementsService).ofCase(this.site.actor(by), this.supportCase.id);
    const standing = placements.find(({ reversedOn }) => reversedOn === null);
    if (standing === undefined) throw new Error('there is no placement');
    return standing;
  }

  private attempt(order: string): string {
    const id = this.attempts.get(order);
    if (id === undefined) throw new Error(`nobody was asked about ${order}`);
    return id;
  }
}
