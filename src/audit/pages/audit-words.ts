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

/** 「職員　架空 福男」; of what has no name the auditor may know, the kind alone. The id stays in the interface. */
export function subjectText({ subjectType, subjectName }: Pick<AuditEntry, 'subjectType' | 'subjectName'>): string {
  return [SUBJECTS[subjectType] ?? subjectType, subjectName].filter((text) => text !== null).join('　');
}

/** Every action with words, for the filter. */
export const ACTION_CHOICES = [...Object.keys(OWN), ...Object.keys(OF_PEOPLE)].map((value) => ({
  value,
  label: actionText(value),
}));
