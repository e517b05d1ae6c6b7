import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { differences, NotFound } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { CompareIdentity } from './dto/compare-identity.dto.js';
import { JobseekersRepository } from './jobseekers.repository.js';

/** 氏名・生年月日の照合: a change by one organisation that knows the person for itself is offered to the others, and imposed on none. */
@Injectable()
export class IdentityComparisonService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
  ) {}

  /** @throws NotFound when there is no such person, or nothing of that organisation's to compare with */
  async compare(actor: StaffActor, id: string, { organisationId, takeOver }: CompareIdentity): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.compare_identity' }, async (tx) => {
      await this.jobseekers.lock(tx, id);
      const before = await this.jobseekers.find(tx, id);
      const offers = await this.jobseekers.offers(tx, id);
      const offer = offers.find((each) => each.organisationId === organisationId);
      if (!offer) throw new NotFound('identity_offer');
      const { organisationId: _, organisationName: __, ...identity } = offer;
      if (takeOver) {
        await this.jobseekers.rename(tx, id, identity);
        await this.jobseekers.index(tx, { ...before, ...identity }, actor.organisationId);
        tx.record({
          kind: 'jobseeker.edited',
          subject: { type: 'jobseeker', id },
          jobseekerId: id,
          changes: differences(before, { ...before, ...identity }),
        });
      }
      await this.jobseekers.compared(tx, id);
    });
  }
}
