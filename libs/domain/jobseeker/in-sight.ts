import { PERSON_COLUMNS, type SharingCategory } from '#domain/sharing';
import type { FieldError } from '#kernel';

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const CATEGORIES: Readonly<Record<string, SharingCategory>> = PERSON_COLUMNS;

/** Whether a field of the person (`safeContact`) is among what one sees. */
const isInSight = (field: string, sight: ReadonlySet<SharingCategory>): boolean =>
  sight.has(CATEGORIES[snake(field)] ?? 'identity');

/** What somebody typed over fields that are not shared with them: they do not know what they would replace. */
export function outOfSightProblems(person: object, sight: ReadonlySet<SharingCategory>): FieldError[] {
  return Object.entries(person)
    .filter(([field, value]) => value !== null && !isInSight(field, sight))
    .map(([field]) => ({ field, code: 'not_shared' }));
}

/** Of a person's fields those that one sees: the others stay as they are, whoever saves. */
export function fieldsInSight<Person extends object>(
  person: Person,
  sight: ReadonlySet<SharingCategory>,
): Partial<Person> {
  return Object.fromEntries(Object.entries(person).filter(([field]) => isInSight(field, sight))) as Partial<Person>;
}
