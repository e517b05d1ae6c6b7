import type { SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';
import type { JapaneseLevel } from './person.js';

/** 連絡先. */
export interface Contact {
  readonly address: string | null;
  readonly phone: string | null;
  /** 安全な連絡方法. */
  readonly safeContact: string | null;
}

/** 生活状況・世帯. */
export interface Circumstances {
  readonly nationality: string | null;
  readonly japaneseSpeaking: JapaneseLevel | null;
  readonly japaneseReading: JapaneseLevel | null;
  readonly interpreterLanguage: string | null;
  readonly householdNote: string | null;
  readonly lastJob: string | null;
  readonly leftJobOn: IsoDate | null;
  readonly education: string | null;
  readonly licences: string | null;
  readonly arrivedBy: string | null;
  readonly guardianName: string | null;
}

/** 健康・障害. */
export interface Health {
  readonly healthNote: string | null;
}

/** What is written of a person beside their name: each organisation keeps its own. */
export type PersonFacts = Contact & Circumstances & Health;

/** The fields by category; an organisation has one row of each about a person. */
export const FACT_FIELDS = {
  contact: ['address', 'phone', 'safeContact'],
  circumstances: [
    'nationality',
    'japaneseSpeaking',
    'japaneseReading',
    'interpreterLanguage',
    'householdNote',
    'lastJob',
    'leftJobOn',
    'education',
    'licences',
    'arrivedBy',
    'guardianName',
  ],
  health: ['healthNote'],
} as const satisfies Partial<Record<SharingCategory, readonly (keyof PersonFacts)[]>>;
export type FactCategory = keyof typeof FACT_FIELDS;

/** What one organisation wrote: the fields with their values, and when it wrote each last. A field without a moment it never wrote. */
export interface WrittenFacts {
  readonly values: Partial<PersonFacts>;
  /** Moments as ISO text in UTC, by field. */
  readonly written: Readonly<Partial<Record<keyof PersonFacts, string>>>;
}

const FIELDS: readonly (keyof PersonFacts)[] = Object.values(FACT_FIELDS).flat();
const EMPTY = Object.fromEntries(FIELDS.map((field) => [field, null])) as unknown as PersonFacts;

/**
 * What is shown of a person: of each field the last written among the rows one may see, an emptied one too. Of two written at the same moment the later
 * in the list counts.
 */
export function lastWritten(rows: readonly WrittenFacts[]): PersonFacts {
  const shown: Record<string, unknown> = { ...EMPTY };
  for (const field of FIELDS) {
    let at = '';
    for (const { values, written } of rows) {
      const moment = written[field];
      if (moment === undefined || moment < at) continue;
      at = moment;
      shown[field] = values[field] ?? null;
    }
  }
  return shown as unknown as PersonFacts;
}

/** The fields of a category that somebody changed: only these they wrote. */
export function changedFacts(category: FactCategory, shown: PersonFacts, typed: PersonFacts): Partial<PersonFacts> {
  return Object.fromEntries(
    FACT_FIELDS[category].filter((field) => shown[field] !== typed[field]).map((field) => [field, typed[field]]),
  );
}
