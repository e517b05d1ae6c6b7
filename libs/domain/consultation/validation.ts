import type { FieldError, IsoDate } from '#kernel';
import { atMost, between, chosen, notBefore, notInFuture, required, requiredDate } from '#domain/fields';
import { ownedTaskProblems, type TaskDraft } from '#domain/task';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from './codes.js';

export const CONSULTATION_TEXT_MAX = 10_000;
export const CONSULTATION_MINUTES_MAX = 600;

/** 相談記録 as filled in. */
export interface ConsultationDraft {
  readonly heldOn: IsoDate | null;
  readonly minutes: number | null;
  readonly kind: ConsultationKind | null;
  readonly channel: ConsultationChannel | null;
  readonly outcomes: readonly ConsultationOutcome[];
  /** 共有記録. */
  readonly sharedText: string;
  /** 自機関だけの記録. */
  readonly ownNote: string | null;
  /** Staff of both sides who took part, the author among them. */
  readonly participantIds: readonly string[];
  /** 次の行動. */
  readonly nextActions: readonly TaskDraft[];
}

/** What the form is checked against. */
export interface ConsultationContext {
  readonly today: IsoDate;
  /** 事業開始日 of the site: nothing was consulted about there before. */
  readonly siteOpenedOn: IsoDate;
  readonly authorId: string;
}

export function consultationProblems(
  draft: ConsultationDraft,
  { today, siteOpenedOn, authorId }: ConsultationContext,
): FieldError[] {
  return [
    ...requiredDate('heldOn', draft.heldOn),
    ...notInFuture('heldOn', draft.heldOn, today),
    ...notBefore('heldOn', draft.heldOn, siteOpenedOn, 'before_site_opened'),
    ...between('minutes', draft.minutes, 1, CONSULTATION_MINUTES_MAX),
    ...chosen('kind', draft.kind),
    ...chosen('channel', draft.channel),
    ...atMost('sharedText', draft.sharedText, CONSULTATION_TEXT_MAX),
    ...atMost('ownNote', draft.ownNote, CONSULTATION_TEXT_MAX),
    ...(draft.participantIds.includes(authorId) ? [] : [{ field: 'participantIds', code: 'author_takes_part' }]),
    ...draft.nextActions.flatMap((action, index) => nextActionProblems(action, draft.heldOn, `nextActions.${index}.`)),
  ];
}

/** A next action has a title, an owner on either side, and a day no earlier than the consultation. */
function nextActionProblems(action: TaskDraft, heldOn: IsoDate | null, path = ''): FieldError[] {
  return [
    ...ownedTaskProblems(action, path),
    ...requiredDate(`${path}dueOn`, action.dueOn),
    ...notBefore(`${path}dueOn`, action.dueOn, heldOn, 'due_before_consultation'),
  ];
}

/** 追記. */
export function addendumProblems(text: string): FieldError[] {
  return [...required('text', text), ...atMost('text', text, CONSULTATION_TEXT_MAX)];
}
