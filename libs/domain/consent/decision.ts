import { atMost, chosen, notBefore, notInFuture, realDate, required, requiredDate } from '#domain/fields';
import { categoriesShared, type SharingCategory } from '#domain/sharing';
import { addDays, type FieldError, type IsoDate, type Reason } from '#kernel';
import type { SharingGrant } from './sharing.js';
import { CONSENT_TEXT_MAX } from './validation.js';

/** What an organisation may share by without the person's signature: 支援会議, 支援調整会議, another law by its article. */
export const DECISION_BASES = ['support_meeting', 'coordination_meeting', 'other_law'] as const;
export type DecisionBasis = (typeof DECISION_BASES)[number];

/** 決定 as filled in. */
export interface DecisionDraft {
  readonly basis: DecisionBasis | null;
  readonly lawArticle: string | null;
  readonly receiver: number | null;
  readonly categories: readonly SharingCategory[];
  readonly decidedOn: IsoDate | null;
  /** The last day on which it holds, null without limit. */
  readonly endsOn: IsoDate | null;
  /** 構成員: who decided; of another law nobody has to. */
  readonly members: string;
  readonly decision: string;
}

/** A decision needs no signature, but its date, its members and what was decided. */
export function decisionProblems(
  draft: DecisionDraft,
  { today, organisationId }: { readonly today: IsoDate; readonly organisationId: number },
): FieldError[] {
  const isLaw = draft.basis === 'other_law';
  return [
    ...chosen('basis', draft.basis),
    ...(isLaw ? required('lawArticle', draft.lawArticle ?? '') : []),
    ...chosen('receiverId', draft.receiver),
    ...(draft.receiver === organisationId ? [{ field: 'receiverId', code: 'shared_with_itself' }] : []),
    ...(draft.categories.length === 0 ? [{ field: 'categories', code: 'categories_required' }] : []),
    ...requiredDate('decidedOn', draft.decidedOn),
    ...notInFuture('decidedOn', draft.decidedOn, today),
    ...realDate('endsOn', draft.endsOn),
    ...notBefore('endsOn', draft.endsOn, draft.decidedOn, 'end_before_start'),
    ...(isLaw ? [] : required('members', draft.members)),
    ...atMost('members', draft.members, CONSENT_TEXT_MAX),
    ...required('decision', draft.decision),
    ...atMost('decision', draft.decision, CONSENT_TEXT_MAX),
  ];
}

/** What a decision opens: what the deciding organisation wrote, and nothing of the other's, which decides for itself. */
export function grantsOfDecision(
  giver: number,
  decision: {
    readonly basis: DecisionBasis;
    readonly receiver: number;
    readonly categories: readonly SharingCategory[];
    readonly decidedOn: IsoDate;
    readonly endsOn: IsoDate | null;
  },
): SharingGrant[] {
  const { basis, receiver, decidedOn: startsOn, endsOn } = decision;
  return categoriesShared(decision.categories).map((category) => ({
    ...{ giver, receiver, category, basis, startsOn },
    endsOn: endsOn === null ? null : addDays(endsOn, 1),
  }));
}

/** A decision ends once, and by whoever made it: it shows what they wrote. */
export function decisionEndReasons(
  decision: { readonly organisationId: number; readonly endedOn: IsoDate | null },
  organisationId: number,
): Reason[] {
  if (decision.organisationId !== organisationId) return [{ code: 'decision_of_other_organisation' }];
  return decision.endedOn === null ? [] : [{ code: 'decision_ended' }];
}
