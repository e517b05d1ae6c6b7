import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { isProtected, protectedUntil, protectionProblems, renewalReasons, renewedUntil } from '#domain/jobseeker';
import { Blocked, type IsoDate, refuseInvalid } from '#kernel';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { JobseekersRepository } from './jobseekers.repository.js';

/** DV等支援措置: a protected record is seen by those assigned and the registering organisation's supervisor alone. */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
  ) {}

  /**
   * Protects a person for one year.
   * @throws Blocked `protection_running` (renew instead), `protection_needs_assignment`: nobody may close a record to themselves
   */
  async protect(actor: StaffActor, id: string, startsOn: IsoDate): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.protect' }, async (tx) => {
      refuseInvalid(protectionProblems(startsOn, tx.today));
      await this.begin(tx, id, startsOn);
    });
  }

  /** Adds a year to a measure in its last month. */
  async renew(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.renew_protection' }, async (tx) => {
      const { protectedUntil: until } = await this.jobseekers.find(tx, id);
      const reasons = renewalReasons(until, tx.today);
      if (until === null || reasons.length > 0) throw new Blocked(reasons);
      await this.set(tx, id, 'jobseeker.protection_renewed', until, renewedUntil(until));
    });
  }

  /** Inside a use case that already checked the day. */
  async begin(tx: Transaction, id: string, startsOn: IsoDate): Promise<void> {
    const { protectedUntil: until } = await this.jobseekers.find(tx, id);
    if (isProtected(until, tx.today)) throw new Blocked([{ code: 'protection_running' }]);
    if (!(await this.jobseekers.staysVisibleWhenProtected(tx, id))) throw new Blocked([{ code: 'protection_needs_assignment' }]);
    await this.set(tx, id, 'jobseeker.protected', until, protectedUntil(startsOn));
  }

  private async set(tx: Transaction, id: string, kind: string, from: IsoDate | null, until: IsoDate): Promise<void> {
    await this.jobseekers.setProtection(tx, id, until);
    tx.record({ kind, subject: { type: 'jobseeker', id }, jobseekerId: id, data: { until }, changes: { protectedUntil: { from, to: until } } });
  }
}
