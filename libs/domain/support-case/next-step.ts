import { byDueDay, type OpenTask } from '#domain/task';
import { type CaseStatus, isOpen } from './status.js';

/** A promise (次の行動) waits on the case it was made in; one made outside of any waits on every case of the person. */
export function waitsOnCase(task: { readonly supportCaseId: string | null }, caseId: string): boolean {
  return task.supportCaseId === null || task.supportCaseId === caseId;
}

/** 次にすること: the first of what waits on a case, whatever it comes from. On a case that has ended nothing waits any more. */
export function nextStepOf<T extends OpenTask>(status: CaseStatus, tasks: readonly T[]): T | null {
  return isOpen(status) ? ([...tasks].sort(byDueDay)[0] ?? null) : null;
}
