import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '#access';
import { ReferredPeoplePort, type ReferredPeopleSource, type ReferredPerson } from '../employers/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

/** Tells the page of an employer who was referred there and how far they came. */
@Injectable()
export class EmployerReferrals implements ReferredPeopleSource, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly port: ReferredPeoplePort,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async referredTo(actor: StaffActor, employerId: string): Promise<readonly ReferredPerson[]> {
    return this.work.read(actor, (tx) => tx.sql<ReferredPerson>(REFERRED, [employerId]));
  }
}

/** The offer that counts is the latest, the placement the one that stands. */
const REFERRED = `
  SELECT r.id AS "referralId", r.jobseeker_id AS "jobseekerId", j.name, r.attempt_no AS "attemptNo", r.job_order_id AS "jobOrderId",
    r.asked_on AS "askedOn", r.letter_issued_on AS "letterIssuedOn", r.interview_on AS "interviewOn", r.outcome, r.outcome_on AS "outcomeOn",
    o.received_on AS "offeredOn", CASE WHEN o.status = 'accepted' THEN o.decided_on END AS "acceptedOn", p.starts_on AS "startsOn"
  FROM referral r JOIN jobseeker_head j ON j.id = r.jobseeker_id
    LEFT JOIN LATERAL (SELECT received_on, status, decided_on FROM offer WHERE referral_id = r.id ORDER BY received_on DESC, id DESC LIMIT 1) o ON true
    LEFT JOIN placement_head p ON p.referral_id = r.id AND p.reversed_on IS NULL
  WHERE r.employer_id = $1 ORDER BY r.asked_on DESC, r.id DESC`;
