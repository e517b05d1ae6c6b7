import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '#domain/support-case';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** A state the case was in, from a day to the day it left it. */
export interface StatusStretch {
  readonly status: CaseStatus;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

@Injectable()
export class CaseAxisQuery {
  /** In order; states that came and went within one day are left out. */
  async read(tx: Transaction, caseId: string): Promise<StatusStretch[]> {
    return tx.sql<StatusStretch>(
      `SELECT s.status, s.starts_on::text AS "from", s.ends_on::text AS "to" FROM case_status_stretch s
       WHERE s.support_case_id = $1 ORDER BY s.starts_on`,
      [caseId],
    );
  }
}
