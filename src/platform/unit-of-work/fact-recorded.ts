import type { IsoDate } from '#kernel';

/** Something that happened to a person or a thing of the site; becomes a timeline line, an audit line, or both. */
export interface FactRecorded {
  /** noun.past_participle, for example `consultation.logged`; the timeline's words are chosen by it. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** Present: the fact stands on this person's timeline. Absent: audit only. */
  readonly jobseekerId?: string;
  readonly supportCaseId?: string | null;
  /** False: of this person, but audit only. What was printed or handed out is no step of the support. */
  readonly onTimeline?: false;
  /** The day of the fact itself; the day it was typed is kept beside it. */
  readonly occurredOn?: IsoDate;
  /** Codes, dates and ids that the timeline shows; never free text, which stays under its own row's protection. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Fields changed, old and new, for the audit. */
  readonly changes?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** Work wanted after the commit; the payload carries identifiers only. */
export interface JobWanted {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
