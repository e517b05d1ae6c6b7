import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import type { IsoDate } from '#kernel';
import type { Administrator, DepartureScope, Successor } from '#domain/organisation';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import type { PassedItem } from './held-work.js';

/** A departure that stands (離任・異動). */
export interface RegisteredDeparture {
  readonly id: string;
  readonly scope: DepartureScope;
  readonly leavesOn: IsoDate;
  /** The end that was on record before; null when there was none. */
  readonly endedBefore: IsoDate | null;
}

export interface SuccessorRow extends Successor {
  readonly name: string;
  readonly title: string;
}

type Tx = Transaction<StaffActor>;

@Injectable()
export class DeparturesRepository {
  /** Holds the organisation, so that two administrators cannot let each other go at once. */
  async lockOrganisation(tx: Tx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('administrators of ' || $1::text, 0))`, [
      tx.actor.organisationId,
    ]);
  }

  /** Who administers the organisation at the site, today or from a day on. */
  administrators(tx: Tx): Promise<Administrator[]> {
    return tx.sql<Administrator>(
      `SELECT s.id AS "staffId", CASE WHEN bool_or(ss.ends_on IS NULL) THEN s.employed_until ELSE least(max(ss.ends_on), s.employed_until) END AS "endsOn"
       FROM staff s JOIN staff_site ss ON ss.staff_id = s.id AND ss.site_id = $2 AND (ss.ends_on IS NULL OR ss.ends_on > $3)
       WHERE s.organisation_id = $1 AND s.role = 'site_administrator' AND (s.employed_until IS NULL OR s.employed_until > $3)
       GROUP BY s.id`,
      [tx.actor.organisationId, tx.actor.siteId, tx.today],
    );
  }

  /** Colleagues of the organisation who support people and work at the site today. */
  successors(tx: Tx, leaverId: string): Promise<SuccessorRow[]> {
    return tx.sql<SuccessorRow>(
      `SELECT s.id, s.name, s.title, least(s.employed_until, ss.ends_on) AS "leavesOn"
       FROM staff s JOIN staff_site ss ON ss.staff_id = s.id AND ss.site_id = $2 AND ss.starts_on <= $3 AND (ss.ends_on IS NULL OR ss.ends_on > $3)
       WHERE s.organisation_id = $1 AND s.id <> $4 AND s.role IN ('case_staff', 'supervisor') AND (s.employed_until IS NULL OR s.employed_until > $3)
       ORDER BY s.name_kana, s.id`,
      [tx.actor.organisationId, tx.actor.siteId, tx.today, leaverId],
    );
  }

  /** The latest departure of somebody that was not taken back; what began anew afterwards has outlived it. */
  async standing(tx: Tx, staffId: string): Promise<RegisteredDeparture | null> {
    const [found] = await tx.sql<RegisteredDeparture>(
      `SELECT d.id, d.scope, d.leaves_on AS "leavesOn", d.ended_before AS "endedBefore" FROM staff_departure d JOIN staff s ON s.id = d.staff_id
       WHERE d.staff_id = $1 AND d.withdrawn_at IS NULL AND CASE d.scope WHEN 'organisation' THEN s.employed_until = d.leaves_on
         ELSE d.site_id = $2 AND EXISTS (SELECT 1 FROM staff_site ss
           WHERE ss.staff_id = s.id AND ss.site_id = d.site_id AND ss.ends_on = greatest(ss.starts_on, d.leaves_on))
           AND NOT EXISTS (SELECT 1 FROM staff_site ss WHERE ss.staff_id = s.id AND ss.site_id = d.site_id
             AND (ss.ends_on IS NULL OR ss.ends_on > greatest(ss.starts_on, d.leaves_on))) END
       ORDER BY d.created_at DESC, d.id DESC LIMIT 1`,
      [staffId, tx.actor.siteId],
    );
    return found ?? null;
  }

  async write(
    tx: Tx,
    staffId: string,
    departure: Omit<RegisteredDeparture, 'id'>,
    items: readonly PassedItem[],
  ): Promise<string> {
    const id = uuid();
    await tx.sql(
      'INSERT INTO staff_departure (id, site_id, org_id, staff_id, scope, leaves_on, ended_before) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        id,
        tx.actor.siteId,
        tx.actor.organisationId,
        staffId,
        departure.scope,
        departure.leavesOn,
        departure.endedBefore,
      ],
    );
    await tx.sql(
      `INSERT INTO staff_departure_item (departure_id, position, kind, subject_id, successor_id, started_id)
       SELECT $1, i.position, i.kind, i."subjectId", i."successorId", i."startedId"
       FROM jsonb_to_recordset($2::jsonb) AS i(position int, kind text, "subjectId" uuid, "successorId" uuid, "startedId" uuid)`,
      [id, JSON.stringify(items.map((item, position) => ({ ...item, position })))],
    );
    return id;
  }

  items(tx: Tx, departureId: string): Promise<PassedItem[]> {
    return tx.sql<PassedItem>(
      `SELECT kind, subject_id AS "subjectId", successor_id AS "successorId", started_id AS "startedId"
       FROM staff_departure_item WHERE departure_id = $1 ORDER BY position`,
      [departureId],
    );
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.sql('UPDATE staff_departure SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1', [
      id,
      tx.now,
      tx.actor.staffId,
    ]);
  }

  /** Names of somebody's own tokens, which end with them. */
  async tokens(tx: Tx, staffId: string): Promise<string[]> {
    const rows = await tx.sql<{ label: string }>(
      `SELECT label FROM token_head WHERE staff_id = $1 AND kind = 'personal' AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at, id`,
      [staffId, tx.now],
    );
    return rows.map(({ label }) => label);
  }
}
