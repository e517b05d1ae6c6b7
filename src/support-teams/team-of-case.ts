import { Injectable, type OnModuleInit } from '@nestjs/common';
import { teamOn, teamUntilClosing } from '#domain/organisation';
import { CaseLifecycle, CaseTeamSource } from '../support-cases/index.js';
import { SupportTeamsRepository } from './support-teams.repository.js';
import { TeamEntry } from './team-entry.js';

/**
 * What the team means to its case: who is named in the head of its pages; whoever opens a case is on its team, and with the
 * case the team ends and comes back.
 */
@Injectable()
export class TeamOfCase implements OnModuleInit {
  constructor(
    private readonly source: CaseTeamSource,
    private readonly lifecycle: CaseLifecycle,
    private readonly team: SupportTeamsRepository,
    private readonly entry: TeamEntry,
  ) {}

  onModuleInit(): void {
    this.source.register(async (tx, { id, closedOn }) => {
      const assignments = await this.team.ofCase(tx, id);
      const team = closedOn === null ? teamOn(assignments, tx.today) : teamUntilClosing(assignments, closedOn);
      return team.map(({ staffId, staffName, side, role }) => ({ staffId, name: staffName, side, role }));
    });
    this.lifecycle.register({
      // Without a line of its own on the timeline: that the period was opened, and by whom, says it.
      opened: async (tx, { id, jobseekerId, openedOn, role }) => {
        const { staffId, organisationId } = tx.actor;
        await this.entry.write(tx, {
          staffId,
          organisationId,
          role,
          startsOn: openedOn,
          endsOn: null,
          supportCaseId: id,
          jobseekerId,
        });
      },
      closed: async (tx, { id, jobseekerId, closedOn }) => {
        const members = await this.team.endAll(tx, id, closedOn);
        if (members === 0) return;
        tx.record({
          kind: 'team.ended',
          subject: { type: 'support_case', id },
          jobseekerId,
          supportCaseId: id,
          occurredOn: closedOn,
          data: { members },
        });
      },
      reopened: async (tx, { id, jobseekerId }) => {
        for (const { assignmentId, staffId } of await this.team.resumeAll(tx, id))
          tx.record({
            kind: 'assignment.resumed',
            subject: { type: 'case_assignment', id: assignmentId },
            jobseekerId,
            supportCaseId: id,
            data: { staffId },
          });
      },
    });
  }
}
