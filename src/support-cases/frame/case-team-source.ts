import { Injectable } from '@nestjs/common';
import type { Side } from '#access';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** Somebody on the team of a case today (支援チーム). */
export interface TeamMember {
  readonly staffId: string;
  readonly name: string;
  readonly side: Side;
  readonly role: string;
}

export type FindTeam = (tx: Transaction, caseId: string) => Promise<TeamMember[]>;

/** Port for the team of a case, which the room of teams knows. */
@Injectable()
export class CaseTeamSource {
  private find: FindTeam = async () => [];

  register(find: FindTeam): void {
    this.find = find;
  }

  of(tx: Transaction, caseId: string): Promise<TeamMember[]> {
    return this.find(tx, caseId);
  }
}
