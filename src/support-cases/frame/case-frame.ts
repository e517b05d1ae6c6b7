import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import { type ConsentStatus, consentStatus } from '#domain/consent';
import { type AgeBand, type BenefitClock, ageOf, clocksOn, groupsOn, isProtected } from '#domain/jobseeker';
import { ConsentsRepository } from '../../consents/index.js';
import {
  fullKana,
  fullName,
  type Jobseeker,
  JobseekersRepository,
  PersonRecordsRepository,
} from '../../jobseekers/index.js';
import { SitesRepository } from '../../organisations/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases.repository.js';
import { CaseTeamSource, type TeamMember } from './case-team-source.js';
import { type CaseTask, CaseTasks } from './case-tasks.js';

/** Everything the head of a case page shows, as values; words are chosen by `caseLayout`. */
export interface CaseFrameView {
  readonly case: SupportCase;
  readonly person: {
    readonly id: string;
    /** 整理番号. */
    readonly number: string;
    readonly name: string;
    readonly kana: string;
    readonly age: { readonly years: number | null; readonly band: AgeBand | null };
    /** Names of the groups (対象者区分) of today. */
    readonly groups: readonly string[];
    /** The last day of the protection, null when not protected today. */
    readonly protectedUntil: IsoDate | null;
    /** How the consent to share stands today. */
    readonly sharing: ConsentStatus;
    /** Benefits with an end date, the nearest first. */
    readonly clocks: readonly BenefitClock[];
  };
  /** Those assigned today; of a period that is over, those who were until it was closed. */
  readonly team: readonly TeamMember[];
  readonly nextStep: CaseTask | null;
  readonly today: IsoDate;
}

/**
 * The head above a record whose case is out of the viewer's sight: the person, whom the own organisation has registered, and
 * nothing of what the other side knows.
 */
export interface HiddenCaseView {
  readonly case: null;
  readonly person: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly kana: string;
    readonly protectedUntil: IsoDate | null;
  };
}

/** What stands above a record of a case. */
export type RecordFrame = CaseFrameView | HiddenCaseView;

/** The head of every page of a case (ケースの見出し). */
@Injectable()
export class CaseFrame {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly records: PersonRecordsRepository,
    private readonly consents: ConsentsRepository,
    private readonly cases: SupportCasesRepository,
    private readonly team: CaseTeamSource,
    private readonly tasks: CaseTasks,
  ) {}

  /** @throws NotFound when there is no such case, or none the actor may see */
  load(actor: StaffActor, caseId: string): Promise<CaseFrameView> {
    return this.work.read(actor, (tx) => this.read(tx, caseId));
  }

  /** The head above a record that the actor sees: its case, or the person alone where the case is hidden (同意の撤回後). */
  above(
    actor: StaffActor,
    { supportCaseId, jobseekerId }: { readonly supportCaseId: string; readonly jobseekerId: string },
  ): Promise<RecordFrame> {
    return this.work.read(actor, async (tx) => {
      if (await this.cases.isVisible(tx, supportCaseId)) return this.read(tx, supportCaseId);
      return { case: null, person: headOf(await this.jobseekers.find(tx, jobseekerId), tx.today) };
    });
  }

  /** The same inside a transaction that reads more. */
  async read(tx: Transaction, caseId: string): Promise<CaseFrameView> {
    const supportCase = await this.cases.find(tx, caseId);
    const { jobseekerId } = supportCase;
    const person = await this.jobseekers.find(tx, jobseekerId);
    const { targetGroups } = await this.sites.current(tx);
    const groups = groupsOn(await this.records.groups(tx, jobseekerId), tx.today);
    return {
      case: supportCase,
      person: {
        ...headOf(person, tx.today),
        age: ageOf(person, tx.today),
        groups: targetGroups.filter(({ code }) => groups.includes(code)).map(({ name }) => name),
        sharing: consentStatus(await this.consents.of(tx, jobseekerId), 'sharing', tx.today, person),
        clocks: clocksOn(await this.records.benefits(tx, jobseekerId), tx.today),
      },
      team: await this.team.of(tx, supportCase),
      nextStep: await this.tasks.next(tx, supportCase),
      today: tx.today,
    };
  }
}

function headOf(person: Jobseeker, today: IsoDate): HiddenCaseView['person'] {
  const { id, number, protectedUntil } = person;
  return {
    id,
    number,
    name: fullName(person),
    kana: fullKana(person),
    protectedUntil: isProtected(protectedUntil, today) ? protectedUntil : null,
  };
}
