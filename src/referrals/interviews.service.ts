import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { differences, type FieldError, type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import {
  cancellationProblems,
  cancellationReasons,
  furtherInterviewReasons,
  interviewAtOutcome,
  type InterviewStatus,
  interviewStepReasons,
  referralProblems,
  currentInterview,
} from '#domain/referral';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type Colleague, StaffRepository } from '../team-members/index.js';
import type { ArrangeInterview, CancelInterview } from './dto/interview.dto.js';
import { InterviewEntity } from './interview.entity.js';
import { arrangedInterview, type InterviewLine } from './interviews.js';
import { ReferralEntity } from './referral.entity.js';
import { attemptOf, ofReferral } from './referral-activity.js';
import { type Referral, ReferralsRepository } from './referrals.repository.js';
import type { StepTaken } from './referrals.service.js';

/** 面接: arranged, moved, cancelled; what was given up stays with its day. Written on the version of the referral. */
@Injectable()
export class InterviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly referrals: ReferralsRepository,
    private readonly staff: StaffRepository,
  ) {}

  /** Whoever works at the site may go along (同行する職員). */
  async companions(actor: StaffActor): Promise<Colleague[]> {
    return this.work.read(actor, (tx) => this.companionsAt(tx));
  }

  /**
   * Arranges an interview, or moves the one arranged; `further` adds one (二次面接) after the one whose day has come.
   * @throws InvalidInput; Blocked `letter_not_issued`, `referral_already_decided`, `no_interview_held`; StaleEdit
   */
  async arrange(actor: StaffActor, referralId: string, input: ArrangeInterview): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.interview' }, async (tx) => {
      const referral = await this.referrals.referral(tx, referralId);
      const { interviewOn, startsAt = null, place = null, accompaniedBy = null, reasonNote = null, version } = input;
      const { further = false } = input;
      refuseBlocked(further ? furtherInterviewReasons(referral, tx.today) : interviewStepReasons(referral));
      refuseInvalid([
        ...referralProblems({ ...referral, interviewOn }, tx.today),
        ...(further ? notBefore('interviewOn', interviewOn, referral.interviewOn, 'before_last_interview') : []),
        ...(await this.companionProblems(tx, accompaniedBy, referral)),
      ]);
      await tx.update(ReferralEntity, referralId, version, { interviewOn });
      const before = arrangedInterview(referral.interviews);
      const details = { startsAt, place, accompaniedBy };
      const isMoved = before !== undefined && !further && !isSameTime(before, { interviewOn, startsAt });
      if (before !== undefined && !further && !isMoved) {
        await tx.update(InterviewEntity, before.id, before.version, details);
      } else {
        if (before !== undefined)
          await this.end(tx, before, further ? 'held' : 'moved', further ? before.interviewOn : tx.today, reasonNote);
        await tx.insert(InterviewEntity, {
          id: uuid(),
          siteId: actor.siteId,
          orgId: actor.organisationId,
          jobseekerId: referral.jobseekerId,
          supportCaseId: referral.supportCaseId,
          referralId,
          interviewOn,
          ...details,
          status: 'arranged',
        });
      }
      const told = {
        ...ofReferral(referral),
        occurredOn: tx.today,
        changes: differences(detailsOf(further ? undefined : before), { interviewOn, ...details }),
      };
      const data = { ...attemptOf(referral), interviewOn, accompaniedBy };
      if (isMoved)
        tx.record({ ...told, kind: 'referral.interview_moved', data: { ...data, movedFrom: before.interviewOn } });
      else tx.record({ ...told, kind: 'referral.interview_arranged', data });
      return { version: version + 1 };
    });
  }

  /**
   * 中止: nobody meets on that day; the search for another goes on.
   * @throws InvalidInput; Blocked `no_interview_arranged`, `referral_already_decided`; StaleEdit
   */
  async cancel(actor: StaffActor, referralId: string, input: CancelInterview): Promise<StepTaken> {
    return this.work.write(actor, { purpose: 'referral.interview_cancellation' }, async (tx) => {
      const referral = await this.referrals.referral(tx, referralId);
      const { cancelledOn, reasonNote = null, version } = input;
      const arranged = arrangedInterview(referral.interviews);
      refuseBlocked(cancellationReasons(arranged ? referral : { ...referral, interviewOn: null }, tx.today));
      refuseInvalid(cancellationProblems({ cancelledOn, reasonNote }, referral.letterIssuedOn, tx.today));
      const others = referral.interviews.filter(({ id }) => id !== arranged?.id);
      await tx.update(ReferralEntity, referralId, version, {
        interviewOn: currentInterview(others)?.interviewOn ?? null,
      });
      if (arranged) {
        await this.end(tx, arranged, 'cancelled', cancelledOn, reasonNote);
        tx.record({
          kind: 'referral.interview_cancelled',
          ...ofReferral(referral),
          occurredOn: cancelledOn,
          data: {
            ...attemptOf(referral),
            interviewOn: arranged.interviewOn,
            accompaniedBy: arranged.accompaniedBy?.id ?? null,
          },
          changes: { interviewOn: { from: arranged.interviewOn, to: null } },
        });
      }
      return { version: version + 1 };
    });
  }

  /**
   * An outcome ends the interview that was arranged: one that was is held, one still ahead does not take place.
   * @returns the day of the interview that stands afterwards
   */
  async endAtOutcome(tx: Transaction, referral: Referral, outcomeOn: IsoDate): Promise<IsoDate | null> {
    const arranged = arrangedInterview(referral.interviews);
    if (arranged === undefined) return referral.interviewOn;
    const status = interviewAtOutcome(arranged.interviewOn, outcomeOn);
    await this.end(tx, arranged, status, status === 'held' ? arranged.interviewOn : outcomeOn, null);
    const after = referral.interviews.map((one) => (one.id === arranged.id ? { ...one, status } : one));
    return currentInterview(after)?.interviewOn ?? null;
  }

  private async end(
    tx: Transaction,
    { id, version }: InterviewLine,
    status: Exclude<InterviewStatus, 'arranged'>,
    endedOn: IsoDate,
    reasonNote: string | null,
  ): Promise<void> {
    await tx.update(InterviewEntity, id, version, { status, endedOn, reasonNote });
  }

  /** Someone who left since keeps what was theirs, until the interview is given to another. */
  private async companionProblems(
    tx: Transaction<StaffActor>,
    staffId: string | null,
    { interviews }: Referral,
  ): Promise<FieldError[]> {
    if (staffId === null || arrangedInterview(interviews)?.accompaniedBy?.id === staffId) return [];
    const isAtWork = (await this.companionsAt(tx)).some(({ id }) => id === staffId);
    return isAtWork ? [] : [{ field: 'accompaniedBy', code: 'not_one_of' }];
  }

  private async companionsAt(tx: Transaction<StaffActor>): Promise<Colleague[]> {
    return (await this.staff.colleagues(tx)).filter(({ role }) => role === 'case_staff' || role === 'supervisor');
  }
}

type When = Pick<InterviewLine, 'interviewOn' | 'startsAt'>;

/** Filling in the hour of a day on which none was known yet moves nothing. */
function isSameTime(before: When, after: When): boolean {
  return before.interviewOn === after.interviewOn && (before.startsAt ?? after.startsAt) === after.startsAt;
}

/** Of an interview as it stood; nothing stood before the first. */
const detailsOf = (before: InterviewLine | undefined): object =>
  before === undefined ? {} : { ...before, accompaniedBy: before.accompaniedBy?.id ?? null };
