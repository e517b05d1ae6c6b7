import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { endedTaskProblems } from '#domain/task';
import { Blocked, type IsoDate, NotFound, refuseInvalid } from '#kernel';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { FinishNextAction } from '../dto/finish-next-action.dto.js';
import { NextActionEntity } from './next-action.entity.js';
import type { NextActionLine } from './next-action-line.js';

/** 次の行動 of somebody's list, with the person it is for. */
export interface DueAction extends NextActionLine {
  readonly jobseekerId: string;
  readonly jobseekerName: string;
  readonly supportCaseId: string | null;
  readonly consultationId: string | null;
}

/** 次の行動 as it stands now, and who left it so. */
export interface ChangedAction extends DueAction {
  /** Null: the application itself. */
  readonly changedBy: StaffRef | null;
  readonly changedAt: Date;
}

interface StaffRef {
  readonly id: string;
  readonly name: string;
}

const LIST = `
  SELECT x.id, x.title, x.due_on AS "dueOn", x.owner_side AS "ownerSide", x.owner_staff_id AS "ownerStaffId", xs.name AS "ownerName",
    x.state, x.done_on AS "doneOn", x.version,
    x.jobseeker_id AS "jobseekerId", j.name AS "jobseekerName", x.support_case_id AS "supportCaseId", x.consultation_id AS "consultationId"
  FROM next_action x JOIN jobseeker_head j ON j.id = x.jobseeker_id LEFT JOIN staff_head xs ON xs.id = x.owner_staff_id`;
const BY_DAY = 'ORDER BY x.due_on, x.id LIMIT 500';

/** What was promised at consultations, until it is done or dropped. */
@Injectable()
export class NextActionsService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Open ones that wait for the actor: their own, and those of their side without a person in the cases they are on.
   * @param until only those due by this day
   */
  async dueFor(actor: StaffActor, until?: IsoDate): Promise<DueAction[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<DueAction>(
        `${LIST} WHERE x.state = 'open' AND ($4::date IS NULL OR x.due_on <= $4) AND x.id IN (
           SELECT o.id FROM next_action_to_do o WHERE o.owner_staff_id = $1
           UNION ALL
           SELECT o.id FROM case_team t JOIN next_action_to_do o ON o.support_case_id = t.support_case_id AND o.jobseeker_id = t.jobseeker_id
           WHERE t.staff_id = $1 AND t.starts_on <= $3 AND (t.ends_on IS NULL OR t.ends_on > $3)
             AND o.owner_staff_id IS NULL AND o.owner_side = $2) ${BY_DAY}`,
        [actor.staffId, actor.side, tx.today, until ?? null],
      ),
    );
  }

  /** Open ones of a case. */
  async ofCase(actor: StaffActor, supportCaseId: string): Promise<DueAction[]> {
    return this.work.read(actor, (tx) => this.openOf(tx, 'support_case_id', supportCaseId));
  }

  /** Open ones of a person, in whatever case or none. */
  async ofJobseeker(actor: StaffActor, jobseekerId: string): Promise<DueAction[]> {
    return this.work.read(actor, (tx) => this.openOf(tx, 'jobseeker_id', jobseekerId));
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<ChangedAction> {
    const [action] = await this.work.read(actor, (tx) =>
      tx.sql<ChangedAction>(
        `SELECT l.*, CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'name', s.name) END AS "changedBy", a.updated_at AS "changedAt"
         FROM (${LIST} WHERE x.id = $1) l JOIN next_action a ON a.id = l.id LEFT JOIN staff_head s ON s.id = a.updated_by`,
        [id],
      ),
    );
    if (!action) throw new NotFound('next_action');
    return action;
  }

  /**
   * Done or dropped, by either side.
   * @throws NotFound; StaleEdit; Blocked `next_action_ended`; InvalidInput on a day to come
   */
  async finish(actor: StaffActor, id: string, input: FinishNextAction): Promise<void> {
    await this.work.write(actor, { purpose: 'next_action.finish' }, async (tx) => {
      const [action] = await tx.sql<DueAction>(`${LIST} WHERE x.id = $1`, [id]);
      if (!action) throw new NotFound('next_action');
      const doneOn = input.doneOn ?? tx.today;
      refuseInvalid(endedTaskProblems(doneOn, tx.today));
      if (action.version === input.version && action.state !== 'open')
        throw new Blocked([{ code: 'next_action_ended' }]);
      await tx.update(NextActionEntity, id, input.version, { state: input.state, doneOn });
      tx.record({
        kind: 'next_action.finished',
        subject: { type: 'next_action', id },
        jobseekerId: action.jobseekerId,
        supportCaseId: action.supportCaseId,
        occurredOn: doneOn,
        data: { state: input.state, dueOn: action.dueOn, ownerSide: action.ownerSide },
        changes: { state: { from: action.state, to: input.state } },
      });
    });
  }

  private openOf(tx: Transaction, column: 'support_case_id' | 'jobseeker_id', id: string): Promise<DueAction[]> {
    return tx.sql<DueAction>(`${LIST} WHERE x.${column} = $1 AND x.state = 'open' ${BY_DAY}`, [id]);
  }
}
