import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate } from '#kernel';
import { DeskCases } from '../organisations/index.js';

/** Running cases at a desk that closes (窓口の閉所): told by their numbers, and moved, each with a line on its timeline. */
@Injectable()
export class CasesAtDesk implements OnModuleInit {
  constructor(private readonly desks: DeskCases) {}

  onModuleInit(): void {
    this.desks.register({
      at: (tx, deskId) => tx.sql('SELECT id, number FROM open_cases_at_desk($1)', [deskId]),
      move: async (tx, deskId, toDeskId) => {
        const moved = await tx.sql<{ id: string; jobseekerId: string; teamSupportSince: IsoDate | null }>(
          'SELECT id, jobseeker_id AS "jobseekerId", team_support_since AS "teamSupportSince" FROM move_cases_of_desk($1, $2)',
          [deskId, toDeskId],
        );
        for (const { id, jobseekerId, teamSupportSince } of moved)
          tx.record({
            kind: 'case.changed',
            subject: { type: 'support_case', id },
            jobseekerId,
            supportCaseId: id,
            data: { deskId: toDeskId, teamSupportSince },
            changes: { deskId: { from: deskId, to: toDeskId } },
          });
      },
    });
  }
}
