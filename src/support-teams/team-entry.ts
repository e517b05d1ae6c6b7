import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { InvalidInput, type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { type Assignment, assignmentProblems } from '#domain/organisation';
import { isOnTeamFrom, roleOnJoining, SOLE_ROLES } from '#domain/support-case';
import { SharingGrantsRepository } from '../jobseekers/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type SupportCase, SupportCasesRepository } from '../support-cases/index.js';
import { CaseAssignmentEntity } from './case-assignment.entity.js';
import { type AssignmentLine, type StaffChoice, SupportTeamsRepository } from './support-teams.repository.js';

/** Who takes a case on for the actor's organisation, from which day; `field` is where a wrong choice is told. */
export interface TakingOn {
  readonly staffId: string;
  readonly on: IsoDate;
  readonly field: string;
}

/** How somebody comes onto the team of a case (担当に加わる), in the caller's transaction. */
@Injectable()
export class TeamEntry {
  constructor(
    private readonly cases: SupportCasesRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly team: SupportTeamsRepository,
  ) {}

  /** @throws InvalidInput `not_one_of` for somebody who may not be put on a team at the actor's site */
  async choice(tx: Transaction<StaffActor>, staffId: string, field: string): Promise<StaffChoice> {
    return chosen(await this.team.choices(tx, tx.actor.siteId), staffId, field);
  }

  /** The case staff of the actor's organisation who work at the site today. */
  async caseStaffOf(tx: Transaction<StaffActor>): Promise<StaffChoice[]> {
    const choices = await this.team.choices(tx, tx.actor.siteId);
    return choices.filter(
      ({ organisationId, role }) => organisationId === tx.actor.organisationId && role === 'case_staff',
    );
  }

  /**
   * Begins an assignment, and tells it.
   * @returns the id of the assignment
   * @throws InvalidInput; Blocked `sharing_consent_missing` (staff of an organisation that may not see the person)
   */
  async assign(
    tx: Transaction<StaffActor>,
    { id: supportCaseId, jobseekerId, openedOn }: SupportCase,
    staff: StaffChoice,
    { role, startsOn, endsOn }: Pick<Assignment, 'role' | 'startsOn' | 'endsOn'>,
  ): Promise<string> {
    const assignment = { staffId: staff.id, organisationId: staff.organisationId, role, startsOn, endsOn };
    refuseInvalid([
      ...(startsOn < openedOn ? [{ field: 'startsOn', code: 'before_case_opened' }] : []),
      ...assignmentProblems(assignment, await this.team.ofCase(tx, supportCaseId), SOLE_ROLES),
    ]);
    await this.refuseUnshared(tx, jobseekerId, staff.organisationId);
    const id = await this.write(tx, { ...assignment, supportCaseId, jobseekerId });
    tx.record({
      kind: 'assignment.started',
      subject: { type: 'case_assignment', id },
      jobseekerId,
      supportCaseId,
      occurredOn: startsOn,
      data: { staffId: staff.id },
    });
    return id;
  }

  /**
   * Lets one of the organisation's case staff take the case on, in the main role where it is free. Nothing happens when they
   * are on the team already.
   * @returns whether an assignment began
   * @throws InvalidInput `not_one_of` for anybody else
   */
  async takeOn(
    tx: Transaction<StaffActor>,
    supportCase: SupportCase,
    { staffId, on, field }: TakingOn,
  ): Promise<boolean> {
    const staff = chosen(await this.caseStaffOf(tx), staffId, field);
    await this.cases.lock(tx, supportCase.id);
    const team = await this.team.ofCase(tx, supportCase.id);
    if (isOnTeamFrom(team, staffId, on)) return false;
    await this.assign(tx, supportCase, staff, {
      role: roleOnJoining(team, staff.organisationId, on),
      startsOn: on,
      endsOn: null,
    });
    return true;
  }

  /** Writes the row of an assignment that passed the rules. */
  async write(
    tx: Transaction<StaffActor>,
    row: Assignment & Pick<AssignmentLine, 'supportCaseId' | 'jobseekerId'>,
  ): Promise<string> {
    const id = uuid();
    const { organisationId, ...rest } = row;
    await tx.insert(CaseAssignmentEntity, {
      id,
      siteId: tx.actor.siteId,
      orgId: tx.actor.organisationId,
      staffOrgId: organisationId,
      ...rest,
    });
    return id;
  }

  private async refuseUnshared(
    tx: Transaction<StaffActor>,
    jobseekerId: string,
    organisationId: number,
  ): Promise<void> {
    const seesIt =
      organisationId === tx.actor.organisationId ||
      (await this.grants.isOpenTo(tx, jobseekerId, organisationId, 'plan'));
    refuseBlocked(seesIt ? [] : [{ code: 'sharing_consent_missing' }]);
  }
}

function chosen(choices: readonly StaffChoice[], staffId: string, field: string): StaffChoice {
  const found = choices.find(({ id }) => id === staffId);
  if (!found) throw new InvalidInput([{ field, code: 'not_one_of' }]);
  return found;
}
