import type { ConsultationView } from './consultations.repository.js';

type Edited = Pick<
  ConsultationView,
  | 'supportCaseId'
  | 'deskId'
  | 'heldOn'
  | 'startedAt'
  | 'minutes'
  | 'kind'
  | 'channel'
  | 'byAppointment'
  | 'outcomes'
  | 'sharedText'
  | 'ownNote'
> & { readonly participantIds: readonly string[] };

/** What an edit changed, field by field, for the audit. */
export function changesOf(view: ConsultationView, after: Edited): Record<string, { from: unknown; to: unknown }> {
  const before: Edited = { ...view, participantIds: view.participants.map(({ id }) => id).sort() };
  const edited: Edited = { ...after, participantIds: [...after.participantIds].sort() };
  const fields = Object.keys(after) as (keyof Edited)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(edited[field]))
      .map((field) => [field, { from: before[field], to: edited[field] }]),
  );
}
