import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import { type Consent, type ConsentStanding, consentStanding } from '#domain/consent';
import { type AgeBand, type Benefit, type BenefitClock, ageOf, benefitClock, isProtected } from '#domain/jobseeker';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases.repository.js';
import { type CaseNextStep, NextStepSource } from './next-step-source.js';

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
    readonly sharing: ConsentStanding;
    /** Benefits with an end date, the nearest first. */
    readonly clocks: readonly BenefitClock[];
  };
  /** Those assigned today. */
  readonly team: readonly { readonly staffId: string; readonly name: string; readonly side: Side; readonly role: string }[];
  readonly nextStep: CaseNextStep | null;
  readonly today: IsoDate;
}

interface PersonRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: IsoDate | null;
  readonly ageBand: AgeBand | null;
  readonly protectedUntil: IsoDate | null;
  readonly groups: readonly string[];
  readonly benefits: readonly Benefit[];
  readonly consents: readonly Consent[];
  readonly team: CaseFrameView['team'];
}

/** How long an ended benefit stays on the case as an overdue clock, in days. */
const ENDED_CLOCK_DAYS = 30;

/** The head of every page of a case (ケースの見出し). */
@Injectable()
export class CaseFrame {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly nextSteps: NextStepSource,
  ) {}

  /** @throws NotFound when there is no such case, or none the actor may see */
  load(actor: StaffActor, caseId: string): Promise<CaseFrameView> {
    return this.work.read(actor, (tx) => this.read(tx, caseId));
  }

  /** The same inside a transaction that reads more. */
  async read(tx: Transaction, caseId: string): Promise<CaseFrameView> {
    const supportCase = await this.cases.find(tx, caseId);
    const [row] = await tx.sql<PersonRow>(SELECT_PERSON, [supportCase.jobseekerId, caseId, tx.today]);
    if (!row) throw new NotFound('support_case');
    const { id, number, name, kana, groups, team, birthDate, ageBand, protectedUntil } = row;
    return {
      case: supportCase,
      person: {
        id, number, name, kana, groups,
        age: ageOf({ birthDate, ageBand }, tx.today),
        protectedUntil: isProtected(protectedUntil, tx.today) ? protectedUntil : null,
        sharing: consentStanding(row.consents, 'sharing', tx.today, { birthDate }),
        clocks: clocksOf(row.benefits, tx.today),
      },
      team,
      nextStep: await this.nextSteps.of(tx, caseId),
      today: tx.today,
    };
  }
}

function clocksOf(benefits: readonly Benefit[], today: IsoDate): BenefitClock[] {
  return benefits
    .map((benefit) => benefitClock(benefit, today))
    .filter((clock) => clock !== null)
    .filter(({ daysLeft }) => daysLeft >= -ENDED_CLOCK_DAYS)
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

const SELECT_PERSON = `
  SELECT j.id, j.number, j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana,
    j.birth_date AS "birthDate", j.age_band AS "ageBand", j.protected_until AS "protectedUntil",
    coalesce((SELECT jsonb_agg(g.name ORDER BY g.position) FROM target_group g WHERE g.code IN
      (SELECT m.group_code FROM group_membership m WHERE m.jobseeker_id = j.id AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3))), '[]') AS groups,
    coalesce((SELECT jsonb_agg(jsonb_build_object('name', b.name, 'startsOn', b.starts_on, 'endsOn', b.ends_on))
      FROM benefit b WHERE b.jobseeker_id = j.id), '[]') AS benefits,
    coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'organisationId', c.org_id, 'sharedWithOrganisationId', c.shared_with_org,
      'givenOn', c.given_on, 'endsOn', c.ends_on, 'withdrawnOn', c.withdrawn_on, 'guardianName', c.guardian_name))
      FROM consent c WHERE c.jobseeker_id = j.id), '[]') AS consents,
    coalesce((SELECT jsonb_agg(jsonb_build_object('staffId', s.id, 'name', s.name, 'side', o.side, 'role', a.role) ORDER BY o.side, a.starts_on, a.id)
      FROM case_assignment a JOIN staff s ON s.id = a.staff_id JOIN organisation o ON o.id = a.staff_org_id
      WHERE a.support_case_id = $2 AND a.starts_on <= $3 AND (a.ends_on IS NULL OR a.ends_on > $3)), '[]') AS team
  FROM jobseeker j WHERE j.id = $1`;
