import { addDays, type FieldError, type IsoDate } from '#kernel';
import { atMost, notBefore, notInFuture, requiredDate } from '#domain/fields';

/**
 * 面接の状態. `arranged` lies ahead or waits for its outcome; the others are over: `moved` keeps the day that was given up for
 * another, `cancelled` the day on which nobody met.
 */
export const INTERVIEW_STATUSES = ['arranged', 'held', 'moved', 'cancelled'] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

/** 面接の場所・中止の理由, in characters. */
export const INTERVIEW_TEXT_MAX = 200;

/** An interview, as far as the rules look at it. */
export interface Interview {
  /** 面接日. */
  readonly interviewOn: IsoDate;
  readonly status: InterviewStatus;
}

/** 先・当日・終わった日: an interview is ahead until its day, and has been the day after. */
export type InterviewTiming = 'ahead' | 'today' | 'past';

export function interviewTiming(interviewOn: IsoDate, today: IsoDate): InterviewTiming {
  if (interviewOn === today) return 'today';
  return interviewOn > today ? 'ahead' : 'past';
}

/** What an arranged interview asks for: to be attended on its day, from the day after on to be told how it went. */
export interface InterviewDue {
  readonly kind: 'interview' | 'interview_outcome';
  readonly dueOn: IsoDate;
}

/** Held to the view `due_work` by test/api/referrals/post-interview.spec.ts; of a period that is over nothing is asked. */
export function interviewDue({ interviewOn, status }: Interview, today: IsoDate): InterviewDue | null {
  if (status !== 'arranged') return null;
  return interviewTiming(interviewOn, today) === 'past'
    ? { kind: 'interview_outcome', dueOn: addDays(interviewOn, 1) }
    : { kind: 'interview', dueOn: interviewOn };
}

/** The interview that stands: the one arranged, or else the last one held. Moved and cancelled ones do not. */
export function currentInterview<I extends Interview>(interviews: readonly I[]): I | null {
  return (
    interviews.find(({ status }) => status === 'arranged') ??
    interviews
      .filter(({ status }) => status === 'held')
      .sort((one, other) => one.interviewOn.localeCompare(other.interviewOn))
      .at(-1) ??
    null
  );
}

/** What an arranged interview becomes when the attempt ends: one that was is held, one still ahead does not take place. */
export function interviewAtOutcome(interviewOn: IsoDate, outcomeOn: IsoDate): 'held' | 'cancelled' {
  return interviewOn <= outcomeOn ? 'held' : 'cancelled';
}

/** 中止, as filled in: known no later than today. */
export function cancellationProblems(
  { cancelledOn, reasonNote }: { readonly cancelledOn: IsoDate | null; readonly reasonNote: string | null },
  arrangedAfter: IsoDate | null,
  today: IsoDate,
): FieldError[] {
  return [
    ...requiredDate('cancelledOn', cancelledOn),
    ...notInFuture('cancelledOn', cancelledOn, today),
    ...notBefore('cancelledOn', cancelledOn, arrangedAfter, 'interview_before_letter'),
    ...atMost('reasonNote', reasonNote ?? '', INTERVIEW_TEXT_MAX),
  ];
}
