import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { SupportCaseEntity } from './support-case.entity.js';
import type { SupportCase } from './support-cases.repository.js';

/** What of a case may be changed besides its state. */
export interface CaseSetting {
  /** 窓口; null: none. */
  readonly deskId: number | null;
  /** チーム支援の開始日; null while one side works alone. */
  readonly teamSupportSince: IsoDate | null;
}

/** The desk of a case and since when both sides work as a team: how they are changed, in the caller's transaction. */
@Injectable()
export class CaseSettings {
  /** @throws StaleEdit when the case is no longer as in `before` */
  async change(
    tx: Transaction<StaffActor>,
    before: SupportCase,
    to: CaseSetting,
    version: number = before.version,
  ): Promise<void> {
    const { id, jobseekerId, teamSupportSince } = before;
    const deskId = before.desk?.id ?? null;
    await tx.update(SupportCaseEntity, id, version, { ...to });
    tx.record({
      kind: 'case.changed',
      subject: { type: 'support_case', id },
      jobseekerId,
      supportCaseId: id,
      data: { ...to },
      changes: {
        deskId: { from: deskId, to: to.deskId },
        teamSupportSince: { from: teamSupportSince, to: to.teamSupportSince },
      },
    });
  }

  /** チーム支援の開始. A case that both sides support already keeps its day. */
  async beginTeamSupport(tx: Transaction<StaffActor>, supportCase: SupportCase, on: IsoDate): Promise<void> {
    if (supportCase.teamSupportSince !== null) return;
    await this.change(tx, supportCase, { deskId: supportCase.desk?.id ?? null, teamSupportSince: on });
  }
}
