import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { type YearMonth, InvalidInput, NotFound, firstDay, lastDay } from '#kernel';
import { refuseUnlikelyDay, SitesRepository } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { RecordVisit } from './dto/record-visit.dto.js';
import { VisitEntity } from './visit.entity.js';

export interface VisitLine {
  readonly id: string;
  readonly visitedOn: string;
  readonly deskName: string | null;
  readonly quantity: number;
  readonly purpose: string;
  readonly correctedOn: string | null;
}

/** 来所の記録: the door counts of a site. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws InvalidInput `date_in_future`, `before_site_opened`, `not_one_of` (desk of another site) */
  async record(actor: StaffActor, input: RecordVisit, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'visit.record', idempotencyKey }, async (tx) => {
      const site = await this.sites.current(tx);
      refuseUnlikelyDay(input.visitedOn, 'visitedOn', tx.today, site.openedOn);
      if (input.deskId !== undefined && !site.desks.some(({ id }) => id === input.deskId)) {
        throw new InvalidInput([{ field: 'deskId', code: 'not_one_of' }]);
      }
      const id = uuid();
      await tx.insert(VisitEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        deskId: input.deskId ?? null,
        visitedOn: input.visitedOn,
        quantity: input.quantity,
        purpose: input.purpose,
      });
      tx.record({ kind: 'visit.recorded', subject: { type: 'visit', id } });
      return { id };
    });
  }

  /** Takes a count back; the line stays, with its reason. */
  async correct(actor: StaffActor, id: string, reason: string): Promise<void> {
    await this.work.write(actor, { purpose: 'visit.correct' }, async (tx) => {
      const changed = await tx.sql(
        'UPDATE visit SET corrected_on = $2, correction_reason = $3 WHERE id = $1 AND corrected_on IS NULL RETURNING id',
        [id, tx.today, reason],
      );
      if (changed.length === 0) throw new NotFound('visit');
      tx.record({ kind: 'visit.corrected', subject: { type: 'visit', id } });
    });
  }

  /** Newest first. */
  async ofMonth(actor: StaffActor, month: YearMonth): Promise<VisitLine[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<VisitLine>(
        `SELECT v.id, v.visited_on AS "visitedOn", d.name AS "deskName", v.quantity, v.purpose, v.corrected_on AS "correctedOn"
         FROM visit v LEFT JOIN desk_name d ON d.id = v.desk_id
         WHERE v.site_id = $1 AND v.visited_on BETWEEN $2 AND $3 ORDER BY v.visited_on DESC, v.id DESC`,
        [actor.siteId, firstDay(month), lastDay(month)],
      ),
    );
  }
}
