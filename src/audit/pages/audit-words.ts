import { ACTIVITIES, ACTIVITY_KINDS, activityOf, AUDIT_CLASSES, subjectOf } from '#activity';
import { fill, ja } from '#messages';
import type { AuditEntry } from '../audit.repository.js';

/** The action in words; a kind without words shows itself, since leaving it out would hide an act. */
export function actionText(action: string): string {
  return activityOf(action)?.words.title ?? action;
}

const SYSTEMS: Readonly<Record<string, string>> = ja.audit.systems;

/** Who it was: the person, the part of the system, or both for an import in somebody's name; a machine with its owner. */
export function actorText({
  staffName,
  system,
  isMachine,
}: Pick<AuditEntry, 'staffName' | 'system' | 'isMachine'>): string {
  if (isMachine === true) return fill(ja.audit.machine, { machine: system ?? '', owner: staffName ?? '' });
  return [staffName, system === null ? null : (SYSTEMS[system] ?? system)].filter((text) => text !== null).join(' / ');
}

/** 「職員　架空 福男」; of what has no name the auditor may know, the kind alone. The id stays in the interface. */
export function subjectText({ subjectType, subjectName }: Pick<AuditEntry, 'subjectType' | 'subjectName'>): string {
  return [subjectOf(subjectType).words, subjectName].filter((text) => text !== null).join('　');
}

/** Every action, for the filter, class by class. */
export const ACTION_CHOICES = AUDIT_CLASSES.flatMap((auditClass) =>
  ACTIVITY_KINDS.filter((kind) => ACTIVITIES[kind].audit === auditClass).map((value) => ({
    value,
    label: `${ja.activity.auditClass[auditClass]}：${actionText(value)}`,
  })),
);

/** Every class of actions, for the filter. */
export const CLASS_CHOICES = AUDIT_CLASSES.map((value) => ({ value, label: ja.activity.auditClass[value] }));
