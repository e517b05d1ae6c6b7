import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { grantOfRegistration } from '#domain/consent';
import { registrationProblems } from '#domain/jobseeker';
import { refuseInvalid } from '#kernel';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { HelloWorkRegistration } from './dto/hello-work-registration.dto.js';
import { JobseekersRepository } from './jobseekers.repository.js';
import { SharingGrantsRepository } from './sharing-grants.repository.js';

/** 求職登録: the national side's own registration. From then on it knows the person for itself, by name and its own number; not what the city wrote. */
@Injectable()
export class HelloWorkRegistrationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly grants: SharingGrantsRepository,
  ) {}

  /** @throws NotFound (person); InvalidInput */
  async register(
    actor: StaffActor,
    id: string,
    { helloWorkNumber, helloWorkRegisteredOn }: HelloWorkRegistration,
  ): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.register_at_hello_work' }, async (tx) => {
      const person = await this.jobseekers.find(tx, id);
      refuseInvalid(registrationProblems(helloWorkNumber, helloWorkRegisteredOn, tx.today));
      await this.jobseekers.registerNumber(tx, id, { helloWorkNumber, helloWorkRegisteredOn });
      await this.jobseekers.index(tx, { ...person, helloWorkNumber }, actor.organisationId);
      await this.grants.openForRegistration(
        tx,
        person,
        grantOfRegistration(actor.organisationId, helloWorkRegisteredOn),
      );
      tx.record({
        kind: 'jobseeker.registered_at_hello_work',
        subject: { type: 'jobseeker', id },
        jobseekerId: id,
        occurredOn: helloWorkRegisteredOn,
        changes: {
          helloWorkNumber: { from: person.helloWorkNumber, to: helloWorkNumber },
          helloWorkRegisteredOn: { from: person.helloWorkRegisteredOn, to: helloWorkRegisteredOn },
        },
      });
    });
  }
}
