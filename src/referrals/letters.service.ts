import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { Blocked, type IsoDate, NotFound } from '#kernel';
import { isProtected } from '#domain/jobseeker';
import { UnitOfWork } from '../platform/unit-of-work/index.js';

/** What stands on a referral letter (紹介状). */
export interface ReferralLetter {
  readonly supportCaseId: string;
  readonly attemptNo: number;
  readonly issuedOn: IsoDate;
  /** The interview that stands. */
  readonly interview: {
    readonly interviewOn: IsoDate;
    readonly startsAt: string | null;
    readonly place: string | null;
  } | null;
  readonly employer: { readonly name: string; readonly address: string | null; readonly contactPerson: string | null };
  readonly jobOrder: { readonly number: string | null; readonly title: string } | null;
  readonly person: {
    readonly name: string;
    readonly kana: string;
    readonly helloWorkNumber: string | null;
    /** Null for a protected person, whatever is on record: a letter travels. */
    readonly address: string | null;
  };
  readonly issuedBy: { readonly organisation: string; readonly name: string };
}

type LetterRow = Omit<ReferralLetter, 'issuedOn'> & {
  readonly issuedOn: IsoDate | null;
  readonly jobseekerId: string;
  readonly protectedUntil: IsoDate | null;
};

/** 紹介状 to be printed and handed over. */
@Injectable()
export class LettersService {
  constructor(private readonly work: UnitOfWork) {}

  /** Who had a letter made ready to print stands on the audit record: it tells an employer about a person. @throws NotFound; Blocked `letter_not_issued` */
  async print(actor: StaffActor, referralId: string): Promise<ReferralLetter> {
    return this.work.write(actor, { purpose: 'referral.print_letter' }, async (tx) => {
      const [row] = await tx.sql<LetterRow>(LETTER, [referralId]);
      if (!row) throw new NotFound('referral');
      const { issuedOn, jobseekerId, protectedUntil, person, ...letter } = row;
      if (issuedOn === null) throw new Blocked([{ code: 'letter_not_issued' }]);
      tx.record({
        kind: 'referral.letter_printed',
        subject: { type: 'referral', id: referralId },
        jobseekerId,
      });
      const address = isProtected(protectedUntil, tx.today) ? null : person.address;
      return { ...letter, issuedOn, person: { ...person, address } };
    });
  }
}

const LETTER = `
  SELECT r.support_case_id AS "supportCaseId", r.jobseeker_id AS "jobseekerId", r.attempt_no AS "attemptNo", r.letter_issued_on AS "issuedOn", 
    (SELECT jsonb_build_object('interviewOn', i.interview_on, 'startsAt', to_char(i.starts_at, 'HH24:MI'), 'place', i.place) FROM interview i
     WHERE i.referral_id = r.id AND i.status IN ('arranged', 'held') ORDER BY i.interview_on DESC LIMIT 1) AS interview,
    jsonb_build_object('name', e.name, 'address', e.address, 'contactPerson', e.contact_person) AS employer,
    CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('number', o.order_number, 'title', o.title) END AS "jobOrder",
    jsonb_build_object('name', j.name, 'kana', j.kana, 'helloWorkNumber', contact.hello_work_number, 'address', contact.address) AS person,
    j.protected_until AS "protectedUntil", jsonb_build_object('organisation', g.name, 'name', s.name) AS "issuedBy"
  FROM referral r JOIN employer_head e ON e.id = r.employer_id JOIN jobseeker_head j ON j.id = r.jobseeker_id
    JOIN jobseeker_for_letter contact ON contact.id = j.id
    LEFT JOIN job_order_head o ON o.id = r.job_order_id LEFT JOIN organisation_name g ON g.id = r.org_id LEFT JOIN staff_head s ON s.id = r.created_by
  WHERE r.id = $1`;
