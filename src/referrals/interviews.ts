import type { IsoDate } from '#kernel';
import type { Side } from '#access';
import type { InterviewStatus } from '#domain/referral';

/** 面接: a date, time and place, and how it stands. */
export interface InterviewLine {
  readonly id: string;
  /** 面接日. */
  readonly interviewOn: IsoDate;
  /** 開始時刻, HH:MM; null while not known. */
  readonly startsAt: string | null;
  readonly place: string | null;
  /** 同行する職員. */
  readonly accompaniedBy: { readonly id: string; readonly name: string; readonly side: Side } | null;
  readonly status: InterviewStatus;
  /** The day it was held, moved or cancelled; null while it is arranged. */
  readonly endedOn: IsoDate | null;
  /** Why it was moved or cancelled. */
  readonly reasonNote: string | null;
  readonly version: number;
}

/** The interviews of the referral `r`, in the order of their days; those given up among them. */
export const INTERVIEWS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'interviewOn', i.interview_on, 'startsAt', to_char(i.starts_at, 'HH24:MI'), 'place', i.place,
     'accompaniedBy', CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'name', w.name, 'side', w.side) END,
     'status', i.status, 'endedOn', i.ended_on, 'reasonNote', i.reason_note, 'version', i.version) ORDER BY i.interview_on, i.id), '[]')
   FROM interview i LEFT JOIN staff_head w ON w.id = i.accompanied_by WHERE i.referral_id = r.id)`;

/** The one arranged, ahead or waiting for its outcome. */
export function arrangedInterview<I extends { readonly status: InterviewStatus }>(
  interviews: readonly I[],
): I | undefined {
  return interviews.find(({ status }) => status === 'arranged');
}
