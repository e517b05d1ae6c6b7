import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { isProtected } from '#domain/jobseeker';
import { addDays, refuseBlocked } from '#kernel';
import { SitesRepository } from '../../organisations/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { JobseekerEntity } from '../jobseeker.entity.js';
import { type Jobseeker, JobseekersRepository } from '../jobseekers.repository.js';
import type { LiftProtection } from './broken-glass.dto.js';

/** A lifting that waits for a second person. */
export interface AskedLift {
  readonly id: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly requestedByName: string | null;
}

/**
 * 支援措置の解除, before its last day: asked for by one of the few who may see the person, and confirmed by another of them, where the site wants two.
 * Whoever broke the glass sees the record and lifts nothing.
 */
@Injectable()
export class ProtectionLiftService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly sites: SitesRepository,
  ) {}

  async asked(actor: StaffActor, jobseekerId: string): Promise<AskedLift | null> {
    return this.work.read(actor, (tx) => this.waiting(tx, jobseekerId));
  }

  /** @throws NotFound; Blocked `protection_missing`, `protection_needs_assignment`, `protection_lift_waiting` */
  async ask(actor: StaffActor, id: string, { reason }: LiftProtection): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.lift_protection' }, async (tx) => {
      const person = await this.held(tx, id);
      if (await this.waiting(tx, id)) refuseBlocked([{ code: 'protection_lift_waiting' }]);
      if ((await this.sites.current(tx)).protectionLiftBy === 'one') return this.end(tx, person);
      await tx.sql(
        'INSERT INTO protection_lift (id, site_id, org_id, jobseeker_id, reason) VALUES ($1, $2, $3, $4, $5)',
        [uuid(), person.siteId, actor.organisationId, id, reason],
      );
      tx.record({
        kind: 'jobseeker.protection_lift_asked',
        subject: { type: 'jobseeker', id },
        jobseekerId: id,
        data: { registeredBy: person.orgId },
      });
    });
  }

  /** @throws as `ask`; Blocked `protection_lift_missing`, `protection_lift_by_another` of one's own */
  async confirm(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.confirm_lift' }, async (tx) => {
      const person = await this.held(tx, id);
      const lift = await this.waiting(tx, id);
      if (!lift) return refuseBlocked([{ code: 'protection_lift_missing' }]);
      if (lift.requestedBy === actor.staffId) refuseBlocked([{ code: 'protection_lift_by_another' }]);
      await this.decide(tx, lift.id, 'confirmed');
      await this.end(tx, person);
    });
  }

  /** By whoever asked, who thought better of it, or by another who does not agree. @throws as `confirm` */
  async withdraw(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.withdraw_lift' }, async (tx) => {
      await this.held(tx, id);
      const lift = await this.waiting(tx, id);
      if (!lift) return refuseBlocked([{ code: 'protection_lift_missing' }]);
      await this.decide(tx, lift.id, 'withdrawn');
      tx.record({
        kind: 'jobseeker.protection_lift_withdrawn',
        subject: { type: 'jobseeker', id },
        jobseekerId: id,
      });
    });
  }

  /** The person, held until the end of the act, whose protection is in force and the actor's to decide about. */
  private async held(tx: Transaction, id: string): Promise<Jobseeker> {
    await this.jobseekers.lock(tx, id);
    const person = await this.jobseekers.find(tx, id);
    if (!isProtected(person.protectedUntil, tx.today)) refuseBlocked([{ code: 'protection_missing' }]);
    if (!(await this.jobseekers.staysVisibleWhenProtected(tx, id)))
      refuseBlocked([{ code: 'protection_needs_assignment' }]);
    return person;
  }

  private async waiting(tx: Transaction, jobseekerId: string): Promise<AskedLift | null> {
    const [lift] = await tx.sql<AskedLift>(
      `SELECT l.id, l.reason, l.requested_at AS "requestedAt", l.requested_by AS "requestedBy", s.name AS "requestedByName"
       FROM protection_lift l LEFT JOIN staff_head s ON s.id = l.requested_by WHERE l.jobseeker_id = $1 AND l.state = 'asked'`,
      [jobseekerId],
    );
    return lift ?? null;
  }

  private async decide(tx: Transaction, id: string, state: 'confirmed' | 'withdrawn'): Promise<void> {
    await tx.sql(
      'UPDATE protection_lift SET state = $2, decided_at = app_now(), decided_by = app_staff() WHERE id = $1',
      [id, state],
    );
  }

  private async end(tx: Transaction, { id, frameVersion, protectedUntil: from }: Jobseeker): Promise<void> {
    const until = addDays(tx.today, -1);
    await tx.update(JobseekerEntity, id, frameVersion, { protectedUntil: until });
    tx.record({
      kind: 'jobseeker.protection_ended',
      subject: { type: 'jobseeker', id },
      jobseekerId: id,
      data: { until },
      changes: { protectedUntil: { from, to: until } },
    });
  }
}
