import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Side } from '#access';
import type { IsoDate } from '#kernel';
import { interviewDue } from '#domain/referral';
import { fill, ja } from '#messages';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type CaseTask, CaseTasks } from '../support-cases/index.js';

interface ArrangedInterview {
  readonly id: string;
  readonly referralId: string;
  readonly interviewOn: IsoDate;
  readonly startsAt: string | null;
  readonly employer: string;
  readonly side: Side;
  readonly companion: string | null;
}

const words = ja.referral.interview;

/** Tells the head of a case of the interview that is next, and from the day after on that its outcome is to be asked for. */
@Injectable()
export class InterviewsDue implements OnModuleInit {
  constructor(private readonly tasks: CaseTasks) {}

  onModuleInit(): void {
    this.tasks.register((tx, { id }) => this.waiting(tx, id));
  }

  private async waiting(tx: Transaction, caseId: string): Promise<CaseTask[]> {
    const arranged = await tx.sql<ArrangedInterview>(ARRANGED, [caseId]);
    return arranged.flatMap(({ id, referralId, interviewOn, startsAt, employer, side, companion }) => {
      const due = interviewDue({ interviewOn, status: 'arranged' }, tx.today);
      if (due === null) return [];
      const title = fill(due.kind === 'interview' ? words.attend : words.tellOutcome, { employer });
      return [
        {
          id,
          title: due.kind === 'interview' && startsAt !== null ? `${startsAt}　${title}` : title,
          side,
          ownerName: companion,
          dueOn: due.dueOn,
          href: `/referrals/${referralId}`,
        },
      ];
    });
  }
}

/** Whoever goes along has the interview; without them it is the side's that referred. */
const ARRANGED = `
  SELECT i.id, i.referral_id AS "referralId", i.interview_on AS "interviewOn", to_char(i.starts_at, 'HH24:MI') AS "startsAt", e.name AS employer,
    coalesce(w.side, o.side) AS side, w.name AS companion
  FROM interview i JOIN referral r ON r.id = i.referral_id JOIN employer_head e ON e.id = r.employer_id JOIN organisation_name o ON o.id = r.org_id
    LEFT JOIN staff_head w ON w.id = i.accompanied_by
  WHERE i.support_case_id = $1 AND i.status = 'arranged'`;
