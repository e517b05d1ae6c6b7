import { Injectable } from '@nestjs/common';
import type { Side } from '#access';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import type { SupportCase } from '../support-cases.repository.js';

/** Somebody on the team of a case (支援チーム). */
export interface TeamMember {
  readonly staffId: string;
  readonly name: string;
  readonly side: Side;
  readonly role: string;
}

/** Who is on the team today; of a period that is over, who was until it was closed. */
export type FindTeam = (tx: Transaction, of: Pick<SupportCase, 'id' | 'closedOn'>) => Promise<TeamMember[]>;

/** Port for the team of a case, which the room of teams knows. */
@Injectable()
export class CaseTeamSource {
  private find: FindTeam = async () => [];

  register(find: FindTeam): void {
    this.find = find;
  }

  of(tx: Transaction, supportCase: SupportCase): Promise<TeamMember[]> {
    return this.find(tx, supportCase);
  }
}
