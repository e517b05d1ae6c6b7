import type { IconName } from '#ui';
import type { SubjectType } from './subjects.js';

/** What an auditor looks for (操作の区分): one class an activity. */
export const AUDIT_CLASSES = ['sign_in', 'reading', 'person', 'sharing', 'support', 'site'] as const;
export type AuditClass = (typeof AUDIT_CLASSES)[number];

/** Says which values go with a kind; holds nothing itself. */
export interface DataShape<Data extends object> {
  readonly shape?: Data;
}
export const data = <Data extends object>(): DataShape<Data> => ({});
/** The kind says everything. */
export const NO_DATA: DataShape<Record<never, never>> = {};

type NamesOf<Data, Value> = { [Name in keyof Data]-?: Data[Name] extends Value ? Name : never }[keyof Data] & string;

/** Whom a notice goes to, never its author. Named in the data of the activity, or found when it is delivered. */
export type Audience<Data extends object = object> =
  /** Whoever is assigned to the case. */
  | 'case_team'
  /** Whoever is assigned to the case from another organisation than the author's. */
  | 'other_side_of_team'
  /** Whoever is assigned to an open case of the person. */
  | 'teams_of_person'
  /** Every supervisor of the site, as far as they see the person. */
  | 'supervisors'
  /** Whoever is assigned to an open case of the person, of the organisation that the activity names. */
  | { readonly teamOf: NamesOf<Data, number | null> }
  | { readonly staff: NamesOf<Data, string | null> }
  | { readonly supervisorsOf: NamesOf<Data, number | null> };

/** What is told of an activity, and to whom (お知らせ). */
export interface Notice<Data extends object = object> {
  readonly title: string;
  readonly to: readonly [Audience<Data>, ...Audience<Data>[]];
  /** Where nobody of those is there any more. */
  readonly otherwise?: Audience<Data>;
  /** Of these only the staff of the organisations that the activity names, where it names any: a third one learns nothing of what two share. */
  readonly within?: readonly NamesOf<Data, number | null>[];
  /** Also to those who by then may no longer see the person: the notice is then without a name. */
  readonly evenOutOfSight?: true;
}

/** Nobody is told: the timeline and the audit are enough. */
export const NOBODY = null;

/** Everything the system knows of one kind of activity. */
export interface ActivityDefinition<Data extends object = object> {
  readonly data: DataShape<Data>;
  /** What the record is that it happened to. */
  readonly subject: SubjectType;
  readonly words: {
    /** Of the timeline; of what stands on none, empty. */
    readonly noun: string;
    readonly title: string;
  };
  readonly icon: IconName;
  readonly tone?: 'success' | 'warning';
  readonly audit: AuditClass;
  readonly notifies: Notice<Data> | null;
  /** person: of a person, always; person_or_site: where it concerns one; site: never. */
  readonly of: 'person' | 'person_or_site' | 'site';
  /** False: of a person, but no step of the support. */
  readonly onTimeline: boolean;
}

type Spec<Data extends object, Subject extends SubjectType> = Omit<
  ActivityDefinition<Data>,
  'subject' | 'of' | 'onTimeline'
> & { readonly subject: Subject };

/** Stands on the person's timeline and on the audit record. */
export const ofPerson = <Data extends object, Subject extends SubjectType>(spec: Spec<Data, Subject>) =>
  ({ ...spec, of: 'person', onTimeline: true }) as const;

/** The same where a person is concerned; on the audit record alone where none is. */
export const ofPersonOrSite = <Data extends object, Subject extends SubjectType>(spec: Spec<Data, Subject>) =>
  ({ ...spec, of: 'person_or_site', onTimeline: true }) as const;

/** Of a person, on the audit record alone. */
export const ofPersonUnseen = <Data extends object, Subject extends SubjectType>(
  spec: Omit<Spec<Data, Subject>, 'words'> & { readonly title: string },
) => ({ ...spec, words: { noun: '', title: spec.title }, of: 'person', onTimeline: false }) as const;

/** Of the site, its staff and its lists: on the audit record alone, told to nobody. */
export const ofSite = <Subject extends SubjectType>(spec: {
  readonly subject: Subject;
  readonly title: string;
  readonly audit: AuditClass;
}) =>
  ({
    ...spec,
    data: NO_DATA,
    words: { noun: '', title: spec.title },
    icon: 'info',
    notifies: NOBODY,
    of: 'site',
    onTimeline: false,
  }) as const;
