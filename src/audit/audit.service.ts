import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { addDays, InvalidInput } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { AuditQuery } from './audit.dto.js';
import { type AuditEntry, AuditRepository } from './audit.repository.js';
import { AUDIT_NEWEST_FIRST } from './list-order.js';

export interface AuditPage {
  readonly items: AuditEntry[];
  /** Send as `after` for the page that follows; absent on the last one. */
  readonly next?: string;
}

export interface AuditNames {
  /** Colleagues of the auditor's organisation. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly desks: readonly { readonly id: number; readonly name: string }[];
}

/** How far back, and how much of it, the head of the page looks; the rest is one press away. */
const SECURITY_DAYS = 7;
const SECURITY_SHOWN = 5;

/** 操作の記録: who did what and when, for the auditor of an organisation. Reads only. */
@Injectable()
export class AuditService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: AuditRepository,
  ) {}

  /** Newest first. @throws InvalidInput `end_before_start`, `cursor_of_another_list` */
  async list(actor: StaffActor, query: AuditQuery): Promise<AuditPage> {
    if (query.from !== undefined && query.to !== undefined && query.to < query.from)
      throw new InvalidInput([{ field: 'to', code: 'end_before_start' }]);
    const after = AUDIT_NEWEST_FIRST.read(query.after);
    return this.work.read(actor, async (tx) => {
      const { personNumber, limit } = query;
      const jobseekerId =
        personNumber === undefined ? undefined : await this.entries.personWithNumber(tx, personNumber);
      if (personNumber !== undefined && jobseekerId === undefined) return { items: [] };
      const { from, to, staffId, action, class: auditClass, security } = query;
      const found = await this.entries.list(tx, actor.siteId, {
        from,
        to,
        staffId,
        action,
        auditClass,
        security: security === 'yes',
        jobseekerId,
        after,
        limit: limit + 1,
      });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return found.length > limit && last
        ? { items, next: AUDIT_NEWEST_FIRST.cursorAfter({ at: last.at.toISOString(), id: last.id }) }
        : { items };
    });
  }

  /** The newest of the last days that bear on who gets in, for the head of the page. */
  security(actor: StaffActor): Promise<AuditEntry[]> {
    return this.work.read(actor, (tx) =>
      this.entries.list(tx, actor.siteId, {
        from: addDays(tx.today, 1 - SECURITY_DAYS),
        security: true,
        limit: SECURITY_SHOWN,
      }),
    );
  }

  /** The staff one can ask for, and the names that ids in changes stand for. */
  names(actor: StaffActor): Promise<AuditNames> {
    return this.work.read(actor, async (tx) => ({
      staff: await this.entries.actors(tx, actor.organisationId),
      desks: await this.entries.desks(tx, actor.siteId),
    }));
  }
}
