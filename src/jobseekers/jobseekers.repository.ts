import { Injectable } from '@nestjs/common';
import {
  type AgeBand,
  type ComparedPerson,
  changedFacts,
  FACT_FIELDS,
  type FactCategory,
  isProtected,
  lastWritten,
  type PersonFacts,
  type WrittenFacts,
} from '#domain/jobseeker';
import { type IsoDate, NotFound, StaleEdit } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { kanaKeyOf, searchKeysOf, type SearchableNames } from './search-keys.js';

/** 氏名・生年月日 by which the actor's organisation knows the person. */
export interface PersonIdentity {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly formerName: string | null;
  readonly kanaKey: string;
  readonly birthDate: IsoDate | null;
  readonly ageBand: AgeBand | null;
}

/** A person as the actor's organisation knows them, with what of them it may see: of each field the last written. */
export interface Jobseeker extends PersonIdentity, PersonFacts {
  readonly id: string;
  readonly siteId: number;
  /** Who registered the person. */
  readonly orgId: number;
  readonly number: string;
  readonly registeredOn: IsoDate;
  readonly protectedUntil: IsoDate | null;
  /** 求職番号, where the organisation that registered it shares the identity. */
  readonly helloWorkNumber: string | null;
  readonly helloWorkRegisteredOn: IsoDate | null;
  /** Counts what the actor may see: an edit out of sight changes it for nobody else. */
  readonly version: number;
  /** Of the one row that everybody has in common (protection). */
  readonly frameVersion: number;
}

/** How another organisation knows the person, where that differs and was not looked at since it changed. */
export interface IdentityOffer extends PersonIdentity {
  readonly organisationId: number;
  readonly organisationName: string;
}

/** To be called wherever a person's records are opened: a protected person's are not opened unnoticed. */
export function noteOpening(tx: Transaction, { id, protectedUntil }: Pick<Jobseeker, 'id' | 'protectedUntil'>): void {
  if (isProtected(protectedUntil, tx.today)) tx.opens(id);
}

/** 求職者: what the database answers about persons; row-level security limits every query to those the actor may see. */
@Injectable()
export class JobseekersRepository {
  /**
   * Holds the person until the end of the transaction, so that what is decided by their records still holds when it is written.
   * @throws NotFound when there is no such person or the actor may not know of them
   */
  async lock(tx: Transaction, id: string): Promise<void> {
    const found = await tx.sql('SELECT id FROM jobseeker WHERE id = $1 FOR NO KEY UPDATE', [id]);
    if (found.length === 0) throw new NotFound('jobseeker');
  }

  /** @throws NotFound when there is no such person or the actor may not know of them */
  async find(tx: Transaction, id: string): Promise<Jobseeker> {
    const [row] = await tx.sql<PersonRow>(PERSON, [id]);
    if (!row) throw new NotFound('jobseeker');
    const { facts, ...person } = row;
    noteOpening(tx, person);
    return { ...person, ...lastWritten(facts.map(factsOf)) };
  }

  /** A 整理番号 that nobody has. */
  async freshNumber(tx: Transaction): Promise<string> {
    const [row] = await tx.sql<{ number: string }>('SELECT fresh_jobseeker_number() AS number');
    if (!row) throw new Error('no number was drawn');
    return row.number;
  }

  /** Writes what somebody changed of the facts into the own organisation's rows; what another wrote stays its own. */
  async writeFacts(
    tx: Transaction,
    person: Pick<Jobseeker, 'id' | 'siteId'>,
    organisationId: number,
    { shown, typed }: { readonly shown: PersonFacts; readonly typed: PersonFacts },
  ): Promise<void> {
    for (const category of Object.keys(FACT_FIELDS) as FactCategory[]) {
      const changed = Object.entries(changedFacts(category, shown, typed));
      if (changed.length === 0) continue;
      const named = (value: (of: unknown) => unknown): string =>
        JSON.stringify(Object.fromEntries(changed.map(([field, of]) => [columnOf(field), value(of)])));
      const moment = tx.now.toISOString();
      await tx.sql(WRITE_FACTS[category], [
        person.siteId,
        organisationId,
        person.id,
        named((value) => value),
        named(() => moment),
      ]);
    }
  }

  /** Writes the name and birth date by which the own organisation knows the person; every edit counts there, also of facts alone. */
  async rename(tx: Transaction, id: string, identity: PersonIdentity): Promise<void> {
    await tx.sql(
      `UPDATE jobseeker_identity SET family_name = $2, given_name = $3, family_kana = $4, given_kana = $5, former_name = $6, kana_key = $7,
         birth_date = $8, age_band = $9, version = version + 1,
         named_at = CASE WHEN (family_name, given_name, family_kana, given_kana, former_name, birth_date, age_band)
           IS DISTINCT FROM ($2, $3, $4, $5, $6, $8::date, $9) THEN app_now() ELSE named_at END,
         from_org = CASE WHEN (family_name, given_name, family_kana, given_kana, former_name, birth_date, age_band)
           IS DISTINCT FROM ($2, $3, $4, $5, $6, $8::date, $9) THEN NULL ELSE from_org END,
         updated_at = app_now(), updated_by = app_staff()
       WHERE jobseeker_id = $1 AND org_id = ANY ((SELECT app_orgs())::int[])`,
      [
        id,
        identity.familyName,
        identity.givenName,
        identity.familyKana,
        identity.givenKana,
        identity.formerName,
        identity.kanaKey,
        identity.birthDate,
        identity.ageBand,
      ],
    );
  }

  /** What organisations that know the person for themselves call them, where the own one does as well: it differs, and changed since it was compared. */
  async offers(tx: Transaction, id: string): Promise<IdentityOffer[]> {
    return tx.sql<IdentityOffer>(
      `SELECT i.org_id AS "organisationId", o.name AS "organisationName", ${IDENTITY}
       FROM jobseeker_identity i JOIN jobseeker_identity own ON own.jobseeker_id = i.jobseeker_id
         AND own.org_id = ANY ((SELECT app_orgs())::int[]) AND own.from_org IS NULL
       JOIN organisation_name o ON o.id = i.org_id
       WHERE i.jobseeker_id = $1 AND i.org_id <> own.org_id AND i.from_org IS NULL AND i.named_at > coalesce(own.compared_at, '-infinity')
         AND (i.family_name, i.given_name, i.family_kana, i.given_kana, i.former_name, i.birth_date, i.age_band)
           IS DISTINCT FROM (own.family_name, own.given_name, own.family_kana, own.given_kana, own.former_name, own.birth_date, own.age_band)
       ORDER BY i.org_id`,
      [id],
    );
  }

  /** What others call the person was looked at, whatever was decided. */
  async compared(tx: Transaction, id: string): Promise<void> {
    await tx.sql(
      'UPDATE jobseeker_identity SET compared_at = app_now() WHERE jobseeker_id = $1 AND org_id = ANY ((SELECT app_orgs())::int[])',
      [id],
    );
  }

  /** 求職登録: the own organisation's number of the person, whom it knows for itself from then on. */
  async registerNumber(
    tx: Transaction,
    id: string,
    { helloWorkNumber, helloWorkRegisteredOn }: { helloWorkNumber: string; helloWorkRegisteredOn: IsoDate },
  ): Promise<void> {
    await tx.sql(
      `UPDATE jobseeker_identity SET basis = 'registered', from_org = NULL, hello_work_number = $2, hello_work_registered_on = $3, version = version + 1,
         updated_at = app_now(), updated_by = app_staff()
       WHERE jobseeker_id = $1 AND org_id = ANY ((SELECT app_orgs())::int[])`,
      [id, helloWorkNumber, helloWorkRegisteredOn],
    );
  }

  /**
   * Refuses an edit that was made on another version than the one now in sight.
   * @throws StaleEdit with who of those in sight saved last
   */
  async refuseStale(tx: Transaction, person: Jobseeker, version: number): Promise<void> {
    if (person.version === version) return;
    const [last] = await tx.sql<{ changedBy: string | null; changedAt: Date }>(LAST_CHANGE, [person.id]);
    throw new StaleEdit({
      changedBy: last?.changedBy ?? '',
      changedAt: last?.changedAt ?? tx.now,
      currentVersion: person.version,
    });
  }

  /** Replaces the keys under which the own organisation finds a person. */
  async index(
    tx: Transaction,
    person: SearchableNames & { readonly id: string; readonly siteId: number },
    organisationId: number,
  ): Promise<void> {
    await tx.sql('DELETE FROM jobseeker_search WHERE jobseeker_id = $1 AND org_id = $2', [person.id, organisationId]);
    await tx.sql(
      'INSERT INTO jobseeker_search (jobseeker_id, site_id, org_id, key) SELECT $1, $2, $3, unnest($4::text[])',
      [person.id, person.siteId, organisationId, searchKeysOf(person)],
    );
  }

  /** Persons of the site that share a reading or the birth date: those worth comparing. */
  async comparable(
    tx: Transaction,
    person: Pick<SearchableNames, 'familyKana' | 'givenKana'> & { readonly birthDate: string | null },
    siteId: number,
  ): Promise<(ComparedPerson & { readonly id: string; readonly number: string; readonly givenName: string })[]> {
    const keys = [kanaKeyOf(person), kanaKeyOf({ familyKana: '', givenKana: person.givenKana })];
    return tx.sql(
      `SELECT j.id, j.number, i.family_name AS "familyName", i.given_name AS "givenName", i.family_kana AS "familyKana", i.given_kana AS "givenKana",
         i.former_name AS "formerName", i.birth_date AS "birthDate",
         (SELECT c.phone FROM jobseeker_contact c WHERE c.jobseeker_id = j.id AND c.written ? 'phone'
          ORDER BY (c.written ->> 'phone')::timestamptz DESC LIMIT 1) AS phone
       FROM jobseeker j JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND i.org_id = ANY ((SELECT app_orgs())::int[])
       WHERE j.site_id = $1
         AND (i.birth_date = $2::date OR j.id IN (SELECT s.jobseeker_id FROM jobseeker_search s WHERE s.site_id = $1 AND s.key = ANY ($3::text[])))`,
      [siteId, person.birthDate, keys],
    );
  }

  /** Whether the actor would still see the person once protected (jobseekerVisible in the policies). */
  async staysVisibleWhenProtected(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.sql<{ stays: boolean }>(
      `SELECT app_is_assigned(id) OR (app_role() = 'supervisor' AND org_id = ANY ((SELECT app_orgs())::int[])) AS stays FROM jobseeker WHERE id = $1`,
      [id],
    );
    return row?.stays === true;
  }
}

type PersonRow = Omit<Jobseeker, keyof PersonFacts> & { readonly facts: readonly FactRow[] };

/** A row of one of the three tables of facts, columns by their names. */
interface FactRow extends Readonly<Record<string, unknown>> {
  readonly written: Readonly<Record<string, string>>;
}

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const IDENTITY = `i.family_name AS "familyName", i.given_name AS "givenName", i.family_kana AS "familyKana", i.given_kana AS "givenKana",
    i.former_name AS "formerName", i.kana_key AS "kanaKey", i.birth_date AS "birthDate", i.age_band AS "ageBand"`;

const TABLES: Readonly<Record<FactCategory, string>> = {
  contact: 'jobseeker_contact',
  circumstances: 'jobseeker_circumstances',
  health: 'jobseeker_health',
};

/** Every row of facts in sight about the person `j`. */
const FACTS = `
    SELECT to_jsonb(c) AS row, c.org_id, c.version, c.updated_at, c.updated_by FROM jobseeker_contact c WHERE c.jobseeker_id = j.id
    UNION ALL SELECT to_jsonb(c), c.org_id, c.version, c.updated_at, c.updated_by FROM jobseeker_circumstances c WHERE c.jobseeker_id = j.id
    UNION ALL SELECT to_jsonb(h), h.org_id, h.version, h.updated_at, h.updated_by FROM jobseeker_health h WHERE h.jobseeker_id = j.id`;

const PERSON = `
  SELECT j.id, j.site_id AS "siteId", j.org_id AS "orgId", j.number, j.registered_on AS "registeredOn", j.protected_until AS "protectedUntil", ${IDENTITY},
    n.hello_work_number AS "helloWorkNumber", n.hello_work_registered_on AS "helloWorkRegisteredOn",
    w.facts, i.version + w.others AS version, j.version AS "frameVersion"
  FROM jobseeker j JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND i.org_id = ANY ((SELECT app_orgs())::int[])
  LEFT JOIN LATERAL (SELECT r.hello_work_number, r.hello_work_registered_on FROM jobseeker_identity r
    WHERE r.jobseeker_id = j.id AND r.hello_work_number IS NOT NULL ORDER BY r.hello_work_registered_on DESC, r.org_id LIMIT 1) n ON true
  CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(f.row ORDER BY f.org_id), '[]') AS facts,
    coalesce(sum(f.version) FILTER (WHERE f.org_id <> i.org_id), 0)::int AS others FROM (${FACTS}) f) w
  WHERE j.id = $1`;

const LAST_CHANGE = `
  SELECT s.name AS "changedBy", c.updated_at AS "changedAt" FROM (
    SELECT i.updated_at, i.updated_by FROM jobseeker_identity i WHERE i.jobseeker_id = $1 AND i.org_id = ANY ((SELECT app_orgs())::int[])
    UNION ALL SELECT f.updated_at, f.updated_by FROM jobseeker j, LATERAL (${FACTS}) f WHERE j.id = $1) c
  LEFT JOIN staff_head s ON s.id = c.updated_by ORDER BY c.updated_at DESC LIMIT 1`;

/** One statement a category, whatever was changed: a field that is not among what was written keeps its value. */
const WRITE_FACTS = Object.fromEntries(
  (Object.entries(TABLES) as [FactCategory, string][]).map(([category, table]) => {
    const columns = FACT_FIELDS[category].map(columnOf);
    return [
      category,
      `INSERT INTO ${table} AS own (site_id, org_id, jobseeker_id, ${columns.join(', ')}, written)
       SELECT $1, $2, $3, ${columns.map((column) => `r.${column}`).join(', ')}, $5::jsonb
       FROM jsonb_to_record($4::jsonb) AS r(${columns.map((column) => `${column} ${column.endsWith('_on') ? 'date' : 'text'}`).join(', ')})
       ON CONFLICT (jobseeker_id, org_id) DO UPDATE SET
         ${columns.map((column) => `${column} = CASE WHEN excluded.written ? '${column}' THEN excluded.${column} ELSE own.${column} END`).join(', ')},
         written = own.written || excluded.written, version = own.version + 1, updated_at = app_now(), updated_by = app_staff()`,
    ];
  }),
) as Readonly<Record<FactCategory, string>>;

/** A row as the rule looks at it: fields in our names, moments in one form. */
function factsOf(row: FactRow): WrittenFacts {
  const fields = Object.values(FACT_FIELDS)
    .flat()
    .filter((field) => row.written[columnOf(field)] !== undefined);
  return {
    values: Object.fromEntries(fields.map((field) => [field, row[columnOf(field)] ?? null])),
    written: Object.fromEntries(
      fields.map((field) => [field, new Date(row.written[columnOf(field)] ?? '').toISOString()]),
    ),
  };
}
