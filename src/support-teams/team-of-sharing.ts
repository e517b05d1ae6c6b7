import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SharingLifecycle } from '../consents/index.js';
import { SupportTeamsRepository } from './support-teams.repository.js';

/** With a sharing that ends nobody stays on the team of a case that their organisation may not see any more. */
@Injectable()
export class TeamOfSharing implements OnModuleInit {
  constructor(
    private readonly lifecycle: SharingLifecycle,
    private readonly team: SupportTeamsRepository,
  ) {}

  onModuleInit(): void {
    this.lifecycle.register({
      ended: async (tx, { jobseekerId, on }) => {
        for (const { assignmentId, supportCaseId, staffId } of await this.team.endOutOfSight(tx, jobseekerId, on))
          tx.record({
            kind: 'assignment.ended',
            subject: { type: 'case_assignment', id: assignmentId },
            jobseekerId,
            supportCaseId,
            occurredOn: on,
            data: { staffId },
          });
      },
    });
  }
}
