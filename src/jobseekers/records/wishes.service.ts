import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { required } from '#domain/fields';
import { supersedeReasons, wishChanges, wishOn, wishProblems } from '#domain/jobseeker';
import { refuseBlocked, refuseInvalid } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { RecordWish } from '../dto/record-wish.dto.js';
import { JobseekersRepository } from '../jobseekers.repository.js';
import { PersonRecordsRepository } from './person-records.repository.js';
import { WishEntity } from './wish.entity.js';

/** 希望条件: wishes change and the change matters, so each is a row of its own with the reason. */
@Injectable()
export class WishesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly records: PersonRecordsRepository,
  ) {}

  /** @throws NotFound (person); InvalidInput; Blocked `wish_unchanged` */
  async record(
    actor: StaffActor,
    jobseekerId: string,
    input: RecordWish,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'wish.record', idempotencyKey }, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      await this.jobseekers.lock(tx, jobseekerId);
      const { recordedOn, occupations, undecided, weeklyHoursMin = null, weeklyHoursMax = null } = input;
      const { daysAndTimes = null, commute = null, workplace = null, note = null, reasonForChange = null } = input;
      const wish = { occupations, undecided, weeklyHoursMin, weeklyHoursMax, daysAndTimes, commute, workplace, note };
      const previous = wishOn(await this.records.wishes(tx, jobseekerId), recordedOn);
      refuseInvalid([
        ...wishProblems(wish, recordedOn, tx.today),
        ...(previous ? required('reasonForChange', reasonForChange) : []),
      ]);
      refuseBlocked(supersedeReasons(previous, wish));
      const id = uuid();
      await tx.insert(WishEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        recordedOn,
        ...wish,
        reasonForChange,
      });
      const changed = wishChanges(previous, wish).map(({ field }) => field);
      tx.record({
        kind: previous ? 'wish.changed' : 'wish.recorded',
        subject: { type: 'wish', id },
        jobseekerId,
        occurredOn: recordedOn,
        data: { changed },
      });
      return { id };
    });
  }
}
