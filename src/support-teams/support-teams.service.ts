import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { assignmentProblems, handOver, handoverProblems, handoverReasons } from '#domain/organisation';
import { SOLE_ROLES } from '#domain/support-case';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { SupportCasesRepository } from '../support-cases/index.js';
import { CaseAssignmentEntity } from './case-assignment.entity.js';
import type { AssignStaff } from './dto/assign-staff.dto.js';
import type { EndAssignment } from './dto/end-assignment.dto.js';
import type { HandOver } from './dto/hand-over.dto.js';
import { TeamEntry } from './team-entry.js';
import { type AssignmentLine, type StaffChoice, SupportTeamsRepository } from './support-teams.repository.js';

/** 支援チーム: who works on a case, from when to when; nothing is overwritten. */
@Injectable()
export class SupportTeamsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: SupportCasesRepository,
    private readonly team: SupportTeamsRepository,
    private readonly entry: TeamEntry,
  ) {}

  /** The assignments of a case, past ones last. @throws NotFound */
  async ofCase(actor: StaffActor, caseId: string): Promise<AssignmentLine[]> {
    return this.work.read(actor, async (tx) => {
      await this.cases.find(tx, caseId);
      return this.team.ofCase(tx, caseId);
    });
  }

  /** @throws NotFound */
  async get(actor: StaffActor, assignmentId: string): Promise<AssignmentLine> {
    return this.work.read(actor, (tx) => this.team.find(tx, assignmentId));
  }

  /** Whom one may put on a team at this site. */
  async choices(actor: StaffActor): Promise<StaffChoice[]> {
    return this.work.read(actor, (tx) => this.team.choices(tx, actor.siteId));
  }

  /** Whom the actor's organisation may name for a case it takes on: its case staff at this site. */
  async caseStaff(actor: StaffActor): Promise<StaffChoice[]> {
    return this.work.read(actor, (tx) => this.entry.caseStaffOf(tx));
  }

  /**
   * Puts somebody on the team.
   * @throws Blocked `case_is_closed`, `sharing_consent_missing` (staff of an organisation that may not see the person); InvalidInput
   */
  async assign(
    actor: StaffActor,
    caseId: string,
    input: AssignStaff,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'assignment.start', idempotencyKey }, async (tx) => {
      await this.cases.lock(tx, caseId);
      const supportCase = await this.cases.find(tx, caseId);
      refuseBlocked(supportCase.status === 'closed' ? [{ code: 'case_is_closed' }] : []);
      const staff = await this.entry.choice(tx, input.staffId, 'staffId');
      const { role, startsOn, endsOn = null } = input;
      const id = await this.entry.assign(tx, supportCase, staff, { role, startsOn, endsOn });
      return { id };
    });
  }

  /**
   * 引継ぎ: ends one assignment and begins the next on the same day, in the same role and organisation.
   * @throws NotFound; Blocked `assignment_has_ended`; InvalidInput; StaleEdit
   */
  async handOver(
    actor: StaffActor,
    assignmentId: string,
    input: HandOver,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'assignment.hand_over', idempotencyKey }, async (tx) => {
      await this.cases.lock(tx, (await this.team.find(tx, assignmentId)).supportCaseId);
      const current = await this.team.find(tx, assignmentId);
      refuseBlocked(handoverReasons(current));
      refuseInvalid(handoverProblems(current, input));
      const successor = await this.entry.choice(tx, input.toStaffId, 'toStaffId');
      if (successor.organisationId !== current.organisationId)
        throw new InvalidInput([{ field: 'toStaffId', code: 'not_one_of' }]);
      const { ended, started } = handOver(current, input);
      const others = (await this.team.ofCase(tx, current.supportCaseId)).filter(({ id }) => id !== current.id);
      refuseInvalid(assignmentProblems(started, others, SOLE_ROLES).map(({ code }) => ({ field: 'toStaffId', code })));

      const { supportCaseId, jobseekerId } = current;
      const { reason, note, version } = input;
      const id = await this.team.handOver(tx, { ...current, version }, ended, {
        staffId: started.staffId,
        reason,
        note,
      });
      if (id === null) return tx.refuseStaleEdit('case_assignment', current.id);
      tx.record({
        kind: 'assignment.handed_over',
        subject: { type: 'case_assignment', id },
        jobseekerId,
        supportCaseId,
        occurredOn: input.on,
        data: { fromStaffId: current.staffId, toStaffId: started.staffId },
      });
      return { id };
    });
  }

  /** Takes somebody off the team without a successor. @throws NotFound; Blocked `assignment_has_ended`; InvalidInput; StaleEdit */
  async end(actor: StaffActor, assignmentId: string, { endsOn, version }: EndAssignment): Promise<void> {
    await this.work.write(actor, { purpose: 'assignment.end' }, async (tx) => {
      const current = await this.team.find(tx, assignmentId);
      refuseBlocked(handoverReasons(current));
      refuseInvalid(endsOn < current.startsOn ? [{ field: 'endsOn', code: 'end_before_start' }] : []);
      await tx.update(CaseAssignmentEntity, current.id, version, { endsOn });
      tx.record({
        kind: 'assignment.ended',
        subject: { type: 'case_assignment', id: current.id },
        jobseekerId: current.jobseekerId,
        supportCaseId: current.supportCaseId,
        occurredOn: endsOn,
        data: { staffId: current.staffId },
      });
    });
  }
}
