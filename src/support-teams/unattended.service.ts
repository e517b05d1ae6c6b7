import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { Blocked, DomainError, InvalidInput, refuseBlocked } from '#kernel';
import { LEAD_ROLE } from '#domain/support-case';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { SupportCasesRepository } from '../support-cases/index.js';
import { CaseAssignmentEntity } from './case-assignment.entity.js';
import type { TakeOver } from './dto/take-over.dto.js';
import { type StaffChoice, SupportTeamsRepository } from './support-teams.repository.js';
import { TeamEntry } from './team-entry.js';
import { type UnattendedCase, UnattendedRepository } from './unattended.repository.js';

/** What became of one case; with `refused` why, as a code of the catalogue. */
export interface TakeOverLine {
  readonly caseId: string;
  readonly result: 'assigned' | 'refused';
  readonly reason: string | null;
}

/** 担当者不在: cases in which nobody of the own organisation answers, and naming somebody for them. */
@Injectable()
export class UnattendedService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly unattended: UnattendedRepository,
    private readonly team: SupportTeamsRepository,
    private readonly entry: TeamEntry,
  ) {}

  /** As far as the actor sees the cases. */
  list(actor: StaffActor): Promise<UnattendedCase[]> {
    return this.work.read(actor, (tx) => this.unattended.cases(tx));
  }

  /** Who of the own organisation may be named. */
  choices(actor: StaffActor): Promise<StaffChoice[]> {
    return this.work.read(actor, async (tx) => this.ownChoices(tx));
  }

  /**
   * Makes one member of staff 主担当 of each case from today; each case for itself, so that one refusal keeps back no other.
   * @throws InvalidInput `not_one_of` for somebody who may not be named
   */
  async takeOver(actor: StaffActor, { staffId, caseIds }: TakeOver): Promise<{ items: TakeOverLine[] }> {
    const choices = await this.choices(actor);
    if (!choices.some(({ id }) => id === staffId)) throw new InvalidInput([{ field: 'staffId', code: 'not_one_of' }]);
    const items: TakeOverLine[] = [];
    for (const caseId of new Set(caseIds)) items.push(await this.takeOverOne(actor, caseId, staffId));
    return { items };
  }

  private async takeOverOne(actor: StaffActor, caseId: string, staffId: string): Promise<TakeOverLine> {
    try {
      await this.work.write(actor, { purpose: 'case.take_over' }, async (tx) => {
        await this.cases.lock(tx, caseId);
        const supportCase = await this.cases.find(tx, caseId);
        refuseBlocked(supportCase.status === 'closed' ? [{ code: 'case_is_closed' }] : []);
        const staff = await this.entry.choice(tx, staffId, 'staffId');
        // Whoever is gone and still holds the role gives way to whoever is named now.
        for (const { id, version, startsOn } of await this.unattended.assignmentsOfDeparted(tx, caseId)) {
          const endsOn = startsOn > tx.today ? startsOn : tx.today;
          await tx.update(CaseAssignmentEntity, id, version, { endsOn, endedWith: 'departure' });
        }
        await this.entry.assign(tx, supportCase, staff, { role: LEAD_ROLE, startsOn: tx.today, endsOn: null });
      });
      return { caseId, result: 'assigned', reason: null };
    } catch (error) {
      if (error instanceof DomainError) return { caseId, result: 'refused', reason: refusalCode(error) };
      throw error;
    }
  }

  private async ownChoices(tx: Transaction<StaffActor>): Promise<StaffChoice[]> {
    const choices = await this.team.choices(tx, tx.actor.siteId);
    return choices.filter(({ organisationId }) => organisationId === tx.actor.organisationId);
  }
}

/** Why one of several was refused, as a code of the catalogue. */
export function refusalCode(error: DomainError): string {
  if (error instanceof Blocked) return error.reasons[0]?.code ?? error.code;
  if (error instanceof InvalidInput) return error.fields[0]?.code ?? error.code;
  return error.code;
}
