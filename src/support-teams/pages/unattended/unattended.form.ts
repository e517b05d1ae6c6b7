import { LEFT_BEHIND_KINDS } from '#domain/organisation';
import { withDates } from '../../../platform/pages/index.js';

type Typed = Readonly<Record<string, unknown>>;

/** Name of the checkboxes of what is to be done; each is `kind:id`. */
export const TASKS_FIELD = 'tasks';

/** What a checkbox stands for. */
export const taskValue = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}:${id}`;

/** The form as the API would have sent it twice: for cases, and for what is to be done; null where nothing of it was chosen. */
export function takeOverBodies(typed: Typed): { cases: Typed | null; tasks: Typed | null } {
  const { [TASKS_FIELD]: chosen, ...rest } = withDates(typed, []);
  const values = (Array.isArray(chosen) ? chosen : [chosen]).filter((value) => typeof value === 'string');
  const tasks = values.flatMap((value) => {
    const kind = LEFT_BEHIND_KINDS.find((one) => value.startsWith(`${one}:`));
    return kind === undefined ? [] : [{ kind, id: value.slice(kind.length + 1) }];
  });
  const { caseIds, ...staff } = rest;
  const hasCases = caseIds !== undefined && caseIds !== '';
  // Nothing chosen at all is told as it is of cases.
  return {
    cases: hasCases || tasks.length === 0 ? rest : null,
    tasks: tasks.length === 0 ? null : { ...staff, tasks },
  };
}
