import { Injectable } from '@nestjs/common';
import type { AgeBand } from '#domain/jobseeker';
import type { Side } from '#access';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { prefixEnd, searchKeyFrom } from './search-keys.js';
import { FOUND_BY_KEY, RECENTLY_CHANGED } from './list-order.js';

/** One line of a list of persons. */
export interface FoundPerson {
  readonly id: string;
  readonly number: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birthDate: IsoDate | null;
  readonly ageBand: AgeBand | null;
  readonly protectedUntil: IsoDate | null;
  readonly organisationName: string;
  readonly side: Side;
  /** 対象者区分 on the actor's day (codes). */
  readonly groups: readonly string[];
}

export interface FoundPage {
  readonly items: readonly FoundPerson[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

/** Kana prefix, part of a written name, number; or, for an empty query, who was changed last. */
@Injectable()
export class SearchRepository {
  /** @throws InvalidInput `cursor_of_another_list`; one who looks for somebody else begins anew */
  async search(tx: Transaction, siteId: number, typed: string, limit: number, cursor?: string): Promise<FoundPage> {
    const key = searchKeyFrom(typed);
    const order = key === '' ? RECENTLY_CHANGED : FOUND_BY_KEY;
    const after = order.read(cursor, 'cursor');
    const rows = await tx.sql<FoundPerson & { sortedBy: string }>(key === '' ? RECENT : BY_KEY, [
      siteId,
      limit + 1,
      after?.sortedBy ?? null,
      after?.id ?? null,
      ...(key === '' ? [] : [key, prefixEnd(key)]),
    ]);
    const items = rows.slice(0, limit).map(({ sortedBy: _, ...person }) => person);
    const last = rows[limit - 1];
    return rows.length > limit && last ? { items, next: order.cursorAfter(last) } : { items };
  }
}

/** The page is cut out first; what each line shows beside the person is looked up for its few rows alone. */
const page = (found: string): string => `
  SELECT p.id, p.number, p.family_name AS "familyName", p.given_name AS "givenName", p.family_kana AS "familyKana", p.given_kana AS "givenKana",
    p.birth_date AS "birthDate", p.age_band AS "ageBand", p.protected_until AS "protectedUntil", o.name AS "organisationName", o.side,
      p.sorted_by AS "sortedBy",
    ARRAY(SELECT g.group_code FROM group_membership g JOIN target_group_name t ON t.code = g.group_code
          WHERE g.jobseeker_id = p.id AND g.starts_on <= (SELECT app_today()) AND (g.ends_on IS NULL OR g.ends_on > (SELECT app_today()))
          ORDER BY t.position) AS groups
  FROM (${found}) p JOIN organisation_name o ON o.id = p.org_id ORDER BY p.place`;

/** The name under which the own organisation knows the person. */
const OWN = 'i.site_id = $1 AND i.org_id = ANY ((SELECT app_orgs())::int[])';
const KNOWN = `j.id, j.number, j.org_id, j.protected_until, i.family_name, i.given_name, i.family_kana, i.given_kana, i.birth_date, i.age_band`;

/*
 * In the order of what was searched for, each person at their first key, whoever recorded it: the index is read until the page is full, however many are found.
 * The policy of a key asks for its person, so nobody falls out of the page afterwards.
 */
const BY_KEY = page(`
  SELECT ${KNOWN}, f.key AS sorted_by, row_number() OVER (ORDER BY f.key, j.id) AS place FROM (
    SELECT s.jobseeker_id, s.key FROM jobseeker_search s
    WHERE s.site_id = $1 AND s.key >= $5 AND s.key < $6 AND ($3::text IS NULL OR (s.key, s.jobseeker_id) > ($3, $4::uuid))
      AND NOT EXISTS (SELECT 1 FROM jobseeker_search e WHERE e.site_id = $1 AND e.jobseeker_id = s.jobseeker_id AND e.key >= $5
        AND (e.key, e.org_id) < (s.key, s.org_id))
    ORDER BY s.key, s.jobseeker_id LIMIT $2) f
  JOIN jobseeker j ON j.id = f.jobseeker_id JOIN jobseeker_identity i ON i.jobseeker_id = j.id AND ${OWN}`);

const RECENT = page(`
  SELECT ${KNOWN}, i.updated_at::text AS sorted_by, row_number() OVER (ORDER BY i.updated_at DESC, i.jobseeker_id DESC) AS place
  FROM jobseeker_identity i JOIN jobseeker j ON j.id = i.jobseeker_id
  WHERE ${OWN} AND ($3::text IS NULL OR (i.updated_at, i.jobseeker_id) < ($3::timestamptz, $4::uuid))
  ORDER BY i.updated_at DESC, i.jobseeker_id DESC LIMIT $2`);
