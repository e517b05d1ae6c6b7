import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { isProtected, protectedUntil, protectionProblems, renewalReasons, renewedUntil } from '#domain/jobseeker';
import { Blocked, type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { JobseekerEntity } from './jobseeker.entity.js';
import { type Jobseeker, JobseekersRepository } from './jobseekers.repository.js';

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
      const person = await this.jobseekers.find(tx, id);
      const reasons = renewalReasons(person.protectedUntil, tx.today);
      if (person.protectedUntil === null || reasons.length > 0) throw new Blocked(reasons);
      await this.set(tx, person, 'jobseeker.protection_renewed', renewedUntil(person.protectedUntil));
    });
  }

  /** Inside a use case that already checked the day. */
  async begin(tx: Transaction, id: string, startsOn: IsoDate): Promise<void> {
    const person = await this.jobseekers.find(tx, id);
    if (isProtected(person.protectedUntil, tx.today)) refuseBlocked([{ code: 'protection_running' }]);
    if (!(await this.jobseekers.staysVisibleWhenProtected(tx, id)))
      refuseBlocked([{ code: 'protection_needs_assignment' }]);
    // What was asked of an earlier protection is not confirmed of this one.
    await tx.sql(
      `UPDATE protection_lift SET state = 'withdrawn', decided_at = app_now(), decided_by = app_staff() WHERE jobseeker_id = $1 AND state = 'asked'`,
      [id],
    );
    await this.set(tx, person, 'jobseeker.protected', protectedUntil(startsOn));
  }

  private async set(
    tx: Transaction,
    { id, frameVersion, protectedUntil: from }: Jobseeker,
    kind: 'jobseeker.protected' | 'jobseeker.protection_renewed',
    until: IsoDate,
  ): Promise<void> {
    await tx.update(JobseekerEntity, id, frameVersion, { protectedUntil: until });
    tx.record({
      kind,
      subject: { type: 'jobseeker', id },
      jobseekerId: id,
      data: { until },
      changes: { protectedUntil: { from, to: until } },
    });
  }
}
