import { Injectable } from '@nestjs/common';
import type { Side, StaffActor } from '#access';
import { addDays, type IsoDate } from '#kernel';
import { lettersWithoutInterview } from '#domain/referral';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';

/** Something that waits for the person at home. */
export interface DueLine {
  readonly kind: 'next_action' | 'plan_step' | 'plan_review' | 'suspension_review';
  readonly title: string | null;
  readonly dueOn: IsoDate;
  readonly caseId: string | null;
  readonly jobseekerId: string;
  readonly name: string;
  readonly kana: string;
  readonly lastContact: { readonly heldOn: IsoDate; readonly side: Side } | null;
}

/** A case nothing moves on. */
export interface StalledLine {
  readonly caseId: string;
  readonly name: string;
  readonly kana: string;
  readonly why: 'silent' | 'letters_without_interview';
  /** Days without a consultation, or letters without an interview. */
  readonly amount: number;
}

export interface HomeView {
  readonly today: IsoDate;
  readonly due: readonly DueLine[];
  readonly stalled: readonly StalledLine[];
}

/** How far ahead 「まもなく」 looks, in days. */
const SOON_DAYS = 7;
/** Letters in a row without an interview that make a case stalled. */
const LETTERS = 3;
const MOST = 200;

/** ホーム: what waits for one person, the most urgent first. */
@Injectable()
export class HomeQuery {
  constructor(private readonly work: UnitOfWork) {}

  of(actor: StaffActor): Promise<HomeView> {
    return this.work.read(actor, async (tx) => ({
      today: tx.today,
      due: await this.due(tx, actor),
      stalled: [...(await this.silent(tx, actor)), ...(await this.withoutInterview(tx, actor))],
    }));
  }

  private due(tx: Transaction, actor: StaffActor): Promise<DueLine[]> {
    return tx.sql<DueLine>(
      `SELECT w.kind, w.title, w.due_on::text AS "dueOn", w.support_case_id AS "caseId", j.id AS "jobseekerId",
         j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana,
         (SELECT jsonb_build_object('heldOn', k.held_on, 'side', o.side) FROM consultation k JOIN organisation o ON o.id = k.org_id
          WHERE k.jobseeker_id = j.id ORDER BY k.held_on DESC, k.id DESC LIMIT 1) AS "lastContact"
       FROM due_work w JOIN jobseeker j ON j.id = w.jobseeker_id
       WHERE w.site_id = $1 AND w.owner_staff_id = $2 AND w.due_on <= $3 AND w.owner_side IS DISTINCT FROM 'jobseeker'
       ORDER BY w.due_on, j.kana_key, w.subject_id LIMIT ${MOST}`,
      [actor.siteId, actor.staffId, addDays(tx.today, SOON_DAYS)],
    );
  }

  /** Own open cases in which nobody of either side spoke with the person for longer than the site allows. */
  private silent(tx: Transaction, actor: StaffActor): Promise<StalledLine[]> {
    return tx.sql<StalledLine>(
      `SELECT c.id AS "caseId", j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana, 'silent' AS why,
         ($2::date - coalesce(last.held_on, c.opened_on)) AS amount
       FROM ${OWN_OPEN_CASES}
       LEFT JOIN LATERAL (SELECT k.held_on FROM consultation k WHERE k.jobseeker_id = c.jobseeker_id ORDER BY k.held_on DESC LIMIT 1) last ON true
       WHERE $2::date - coalesce(last.held_on, c.opened_on) >= (SELECT s.stalled_after_days FROM site s WHERE s.id = $3)
       ORDER BY amount DESC, j.kana_key LIMIT ${MOST}`,
      [actor.staffId, tx.today, actor.siteId],
    );
  }

  private async withoutInterview(tx: Transaction, actor: StaffActor): Promise<StalledLine[]> {
    const cases = await tx.sql<Omit<StalledLine, 'why' | 'amount'> & { referrals: Parameters<typeof lettersWithoutInterview>[0] }>(
      `SELECT c.id AS "caseId", j.family_name || ' ' || j.given_name AS name, j.family_kana || ' ' || j.given_kana AS kana,
         jsonb_agg(jsonb_build_object('attemptNo', r.attempt_no, 'askedOn', r.asked_on, 'letterIssuedOn', r.letter_issued_on, 'interviewOn', r.interview_on,
           'outcome', r.outcome, 'outcomeOn', r.outcome_on) ORDER BY r.attempt_no) AS referrals
       FROM ${OWN_OPEN_CASES} JOIN referral r ON r.support_case_id = c.id
       WHERE c.site_id = $3 AND $2::date IS NOT NULL GROUP BY c.id, j.id HAVING count(r.letter_issued_on) >= ${LETTERS}`,
      [actor.staffId, tx.today, actor.siteId],
    );
    return cases
      .map(({ referrals, ...line }) => ({ ...line, why: 'letters_without_interview' as const, amount: lettersWithoutInterview(referrals) }))
      .filter(({ amount }) => amount >= LETTERS);
  }
}

const OWN_OPEN_CASES = `case_assignment a JOIN support_case c ON c.id = a.support_case_id AND c.site_id = a.site_id AND c.status NOT IN ('closed', 'suspended') JOIN jobseeker j ON j.id = c.jobseeker_id
  AND a.staff_id = $1 AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on > $2)`;
