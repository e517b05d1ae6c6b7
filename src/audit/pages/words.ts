import { ja } from '#messages';
import type { AuditEntry } from '../audit.repository.js';

const OWN: Readonly<Record<string, string>> = ja.audit.actions;
const OF_PEOPLE: Readonly<Record<string, { readonly title: string }>> = ja.timeline.kind;

/** The action in words; a kind without words shows itself, since leaving it out would hide an act. */
export function actionText(action: string): string {
  return OWN[action] ?? OF_PEOPLE[action]?.title ?? action;
}

const SUBJECTS: Readonly<Record<string, string>> = ja.audit.subjects;
const SYSTEMS: Readonly<Record<string, string>> = ja.audit.systems;

/** Who it was: the person, the part of the system, or both for an import in somebody's name. */
export function actorText({ staffName, system }: Pick<AuditEntry, 'staffName' | 'system'>): string {
  return [staffName, system === null ? null : (SYSTEMS[system] ?? system)].filter((text) => text !== null).join(' / ');
}

/** 「相談 0190…」: the record by its id, which is the same in the log and in the API. */
export function subjectText({ subjectType, subjectId }: Pick<AuditEntry, 'subjectType' | 'subjectId'>): string {
  return `${SUBJECTS[subjectType] ?? subjectType} ${subjectId}`;
}

/** 「role: case_staff → supervisor」; of a person's record the fields alone. */
export function changesText(changes: AuditEntry['changes']): string {
  return Object.entries(changes)
    .map(([field, change]) => (change === null ? field : `${field}: ${valueText(change.from)} → ${valueText(change.to)}`))
    .join('、');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** Every action with words, for the filter. */
export const ACTION_CHOICES = [...Object.keys(OWN), ...Object.keys(OF_PEOPLE)].map((value) => ({ value, label: actionText(value) }));
