import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type ReferredPeople, ReferredPeoplePort, type ReferredPeopleSource, type ReferredPerson } from '../employers/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

/** Tells the page of an employer who was referred there: those the viewer may see by name, all others as a number. */
@Injectable()
export class EmployerReferrals implements ReferredPeopleSource, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly port: ReferredPeoplePort,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async referredTo(actor: StaffActor, employerId: string): Promise<ReferredPeople> {
    const people = await this.work.read(actor, (tx) =>
      tx.sql<ReferredPerson>(
        `SELECT r.id AS "referralId", r.support_case_id AS "supportCaseId", j.family_name || ' ' || j.given_name AS name, r.attempt_no AS "attemptNo",
           r.asked_on AS "askedOn", o.title AS "jobOrderTitle", r.outcome
         FROM referral r JOIN jobseeker j ON j.id = r.jobseeker_id LEFT JOIN job_order o ON o.id = r.job_order_id
         WHERE r.employer_id = $1 ORDER BY r.asked_on DESC, r.id DESC`,
        [employerId],
      ),
    );
    const [all] = await this.work.report(actor, (tx) => tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM referral WHERE employer_id = $1', [employerId]));
    return { people, withheld: Math.max(0, (all?.count ?? 0) - people.length) };
  }
}
