import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { benefitProblems } from '#domain/jobseeker';
import { NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { BenefitEntity } from './benefit.entity.js';
import type { AddBenefit, ChangeBenefitEnd } from '../dto/benefit.dto.js';
import { JobseekersRepository } from '../jobseekers.repository.js';
import { PersonRecordsRepository } from './person-records.repository.js';

/** 給付・手当: the day one ends sets the schedule of the job search. */
@Injectable()
export class BenefitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly records: PersonRecordsRepository,
  ) {}

  /** @throws NotFound (person); InvalidInput */
  async add(
    actor: StaffActor,
    jobseekerId: string,
    input: AddBenefit,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'benefit.add', idempotencyKey }, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      const benefit = { name: input.name, startsOn: input.startsOn, endsOn: input.endsOn ?? null };
      refuseInvalid(benefitProblems(benefit));
      const id = uuid();
      await tx.insert(BenefitEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        ...benefit,
        note: input.note ?? null,
      });
      tx.record({
        kind: 'benefit.added',
        subject: { type: 'benefit', id },
        jobseekerId,
        occurredOn: tx.today,
        data: { startsOn: benefit.startsOn, endsOn: benefit.endsOn },
      });
      return { id };
    });
  }

  /** @throws NotFound; InvalidInput; Blocked `benefit_of_other_organisation`; StaleEdit */
  async changeEnd(
    actor: StaffActor,
    jobseekerId: string,
    id: string,
    { endsOn = null, version }: ChangeBenefitEnd,
  ): Promise<void> {
    await this.work.write(actor, { purpose: 'benefit.change_end' }, async (tx) => {
      const benefit = (await this.records.benefits(tx, jobseekerId)).find((one) => one.id === id);
      if (!benefit) throw new NotFound('benefit');
      if (benefit.orgId !== actor.organisationId) refuseBlocked([{ code: 'benefit_of_other_organisation' }]);
      refuseInvalid(benefitProblems({ ...benefit, endsOn }));
      await tx.update(BenefitEntity, id, version, { endsOn });
      tx.record({
        kind: 'benefit.end_changed',
        subject: { type: 'benefit', id },
        jobseekerId,
        data: { endsOn },
        changes: { endsOn: { from: benefit.endsOn, to: endsOn } },
      });
    });
  }
}
