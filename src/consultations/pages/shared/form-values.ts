import { parseTime } from '#ui';
import { withDates } from '../../../platform/pages/index.js';

/** What the choice of a case sends for "no case at all"; nothing chosen means the only open one. */
export const NO_CASE = 'none';

/**
 * The fields of a consultation as a form sends them, in the shape of the API: dates from their boxes, times as typed
 * (1430) into HH:MM, the author among the participants.
 * @throws InvalidInput naming each date that is none
 */
export function consultationValues(
  body: Readonly<Record<string, unknown>>,
  authorId: string,
  moreDates: readonly string[] = [],
): Record<string, unknown> {
  const { supportCaseId, startedAt, participantIds, ...values } = withDates(body, ['heldOn', ...moreDates]);
  const others = (Array.isArray(participantIds) ? participantIds : [participantIds]).filter(
    (id) => typeof id === 'string' && id !== '' && id !== authorId,
  );
  return {
    ...values,
    participantIds: [authorId, ...others],
    ...(supportCaseId === undefined || supportCaseId === ''
      ? {}
      : { supportCaseId: supportCaseId === NO_CASE ? null : supportCaseId }),
    ...(typeof startedAt === 'string' ? { startedAt: parseTime(startedAt) ?? startedAt } : {}),
  };
}
