import { addDays, addMonths, type IsoDate, InvalidInput, NotFound } from '#kernel';
import { validated } from '../../../platform/http/index.js';
import { LogConsultation } from '../../dto/log-consultation.dto.js';
import { consultationValues } from '../shared/form-values.js';

/** Names of the fields of the one next action the form asks for. */
export const ACTION = {
  title: 'nextActions.0.title',
  owner: 'nextActions.0.owner',
  dueOn: 'nextActions.0.dueOn',
  dueIn: 'nextActions.0.dueIn',
} as const;

/** 期限 in one key, counted from today. */
export const DUE_IN: Readonly<Record<string, (today: IsoDate) => IsoDate>> = {
  week: (today) => addDays(today, 7),
  fortnight: (today) => addDays(today, 14),
  month: (today) => addMonths(today, 1),
};

/** Both sides and the jobseeker, and 'side:staffId' for somebody of a side. */
export const ownerValue = (side: string, staffId?: string): string =>
  staffId === undefined ? side : `${side}:${staffId}`;

/**
 * Reads the quick log.
 * @throws InvalidInput by the names of the fields on the page
 */
export async function readQuickLog(
  body: Readonly<Record<string, unknown>>,
  authorId: string,
  today: IsoDate,
): Promise<LogConsultation> {
  const {
    jobseekerId_q: words,
    _find,
    [ACTION.title]: title,
    [ACTION.owner]: owner,
    [ACTION.dueOn]: dueOn,
    [ACTION.dueIn]: dueIn,
    ...values
  } = consultationValues(body, authorId, [ACTION.dueOn]);
  const due = dueOn ?? (typeof dueIn === 'string' ? DUE_IN[dueIn]?.(today) : undefined);
  const [ownerSide, ownerStaffId] = typeof owner === 'string' ? owner.split(':') : [];
  const wanted = (typeof title === 'string' && title.trim() !== '') || due !== undefined;
  try {
    return await validated(LogConsultation, {
      ...values,
      ...(wanted ? { nextActions: [{ title, dueOn: due, ownerSide, ownerStaffId }] } : {}),
    });
  } catch (error) {
    throw withFormFields(error, words);
  }
}

/**
 * Errors under the names of the page: side and person of an owner are one field, and a name that was typed but not
 * picked is not an empty field. A person who went out of sight while the note was typed is no reason to lose the note.
 */
export function withFormFields(error: unknown, words?: unknown): unknown {
  if (error instanceof NotFound && error.what === 'jobseeker')
    return new InvalidInput([{ field: 'jobseekerId', code: 'no_such_record' }]);
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(
    error.fields.map((problem) => {
      if (/^nextActions\.0\.owner/.test(problem.field)) return { ...problem, field: ACTION.owner };
      const isTyped = typeof words === 'string' && words.trim() !== '';
      return problem.field === 'jobseekerId' && problem.code === 'required' && isTyped
        ? { ...problem, code: 'person_not_chosen' }
        : problem;
    }),
  );
}
