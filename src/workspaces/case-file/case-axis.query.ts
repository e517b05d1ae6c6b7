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
      `SELECT status, "from", "to" FROM (
         SELECT t.to_status AS status, t.happened_on::text AS "from", (lead(t.happened_on) OVER (ORDER BY t.happened_on, t.id))::text AS "to", t.happened_on, t.id
         FROM case_transition t WHERE t.support_case_id = $1) s
       WHERE "to" IS NULL OR "to" > "from" ORDER BY happened_on, id`,
      [caseId],
    );
  }
}
