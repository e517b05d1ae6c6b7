import { Injectable } from '@nestjs/common';
import type { Role, Side, StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** Somebody who works at the site today, as everybody there may know. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly nameKana: string;
  readonly title: string;
  readonly role: Role;
  readonly organisationId: number;
  readonly organisationName: string;
  readonly side: Side;
  readonly deskName: string | null;
}

/** A staff member of the administrator's own organisation. */
export interface ManagedStaff {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly nameKana: string;
  readonly title: string;
  readonly role: Role;
  readonly employedFrom: IsoDate;
  /** 離任日: the first day without access. */
  readonly employedUntil: IsoDate | null;
  readonly version: number;
  /** The password was given by an administrator and not changed since. */
  readonly mustChangePassword: boolean;
  /** Until when a password lasts that was reset and not changed since. */
  readonly temporaryUntil: Date | null;
  /** Set while signing in is locked after failures. */
  readonly lockedUntil: Date | null;
  /** The newest stretch of work at this site; null when there never was one. */
  readonly atSite: {
    readonly id: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate | null;
    readonly deskId: number | null;
    readonly deskName: string | null;
  } | null;
}

const SELECT_MANAGED = `
  SELECT s.id, s.login, s.name, s.name_kana AS "nameKana", s.title, s.role, s.employed_from AS "employedFrom", s.employed_until AS "employedUntil",
    s.version, coalesce(c.must_change, false) AS "mustChangePassword", c.temporary_until AS "temporaryUntil",
     CASE WHEN c.locked_until > $3 THEN c.locked_until END AS "lockedUntil",
    CASE WHEN here.id IS NOT NULL THEN jsonb_build_object('id', here.id, 'startsOn', here.starts_on, 'endsOn', here.ends_on, 'deskId',
      here.desk_id, 'deskName', d.name) END AS "atSite"
  FROM staff s LEFT JOIN credential_head c ON c.staff_id = s.id
  LEFT JOIN LATERAL (SELECT ss.id, ss.starts_on, ss.ends_on, ss.desk_id FROM staff_site ss
                     WHERE ss.staff_id = s.id AND ss.site_id = $2 ORDER BY ss.starts_on DESC LIMIT 1) here ON true
  LEFT JOIN desk_name d ON d.id = here.desk_id
  WHERE s.organisation_id = $1`;

/** 職員: who works at the site, and whom its administrator manages. */
@Injectable()
export class StaffRepository {
  colleagues(tx: Transaction<StaffActor>): Promise<Colleague[]> {
    return tx.sql<Colleague>(
      `SELECT s.id, s.name, s.name_kana AS "nameKana", s.title, s.role, o.id AS "organisationId", o.name AS "organisationName", o.side, d.name AS "deskName"
       FROM staff_site ss JOIN staff s ON s.id = ss.staff_id JOIN organisation_name o ON o.id = s.organisation_id LEFT JOIN desk_name d ON d.id = ss.desk_id
       WHERE ss.site_id = $1 AND ss.starts_on <= $2 AND (ss.ends_on IS NULL OR ss.ends_on > $2) AND (s.employed_until IS NULL OR s.employed_until > $2)
       ORDER BY o.side, o.id, s.name_kana, s.id`,
      [tx.actor.siteId, tx.today],
    );
  }

  /** 離任・異動した職員: of the actor's own organisation, who does not work at the site today. */
  notAtWork(tx: Transaction<StaffActor>): Promise<{ id: string; name: string }[]> {
    return tx.sql(
      `SELECT s.id, s.name FROM staff s WHERE s.organisation_id = $1
         AND NOT EXISTS (SELECT 1 FROM staff_at_work here WHERE here.staff_id = s.id AND here.site_id = $2)`,
      [tx.actor.organisationId, tx.actor.siteId],
    );
  }

  /** Those at work first, then by kana. */
  managed(tx: Transaction<StaffActor>): Promise<ManagedStaff[]> {
    return tx.sql<ManagedStaff>(
      `${SELECT_MANAGED} ORDER BY coalesce(s.employed_until <= $4, false), s.name_kana, s.id`,
      [tx.actor.organisationId, tx.actor.siteId, tx.now, tx.today],
    );
  }

  /** @throws NotFound when the person is not of the actor's organisation */
  async get(tx: Transaction<StaffActor>, id: string): Promise<ManagedStaff> {
    const [found] = await tx.sql<ManagedStaff>(`${SELECT_MANAGED} AND s.id = $4`, [
      tx.actor.organisationId,
      tx.actor.siteId,
      tx.now,
      id,
    ]);
    if (!found) throw new NotFound('staff');
    return found;
  }

  async startAtSite(
    tx: Transaction<StaffActor>,
    staffId: string,
    startsOn: IsoDate,
    deskId: number | null,
  ): Promise<void> {
    await tx.sql('INSERT INTO staff_site (staff_id, site_id, desk_id, starts_on) VALUES ($1, $2, $3, $4)', [
      staffId,
      tx.actor.siteId,
      deskId,
      startsOn,
    ]);
  }

  /** Ends what goes on at this site; a stretch that has not begun ends on the day it would have. */
  async endAtSite(tx: Transaction<StaffActor>, staffId: string, endsOn: IsoDate): Promise<void> {
    await tx.sql(
      'UPDATE staff_site SET ends_on = greatest(starts_on, $3::date) WHERE staff_id = $1 AND site_id = $2 AND (ends_on IS NULL OR ends_on > $3::date)',
      [staffId, tx.actor.siteId, endsOn],
    );
  }

  /** Another desk from today: what was yesterday stays on record. */
  async moveToDesk(
    tx: Transaction<StaffActor>,
    staffId: string,
    stretch: NonNullable<ManagedStaff['atSite']>,
    deskId: number | null,
  ): Promise<void> {
    if (stretch.startsOn >= tx.today) {
      await tx.sql('UPDATE staff_site SET desk_id = $2 WHERE id = $1', [stretch.id, deskId]);
      return;
    }
    await tx.sql('UPDATE staff_site SET ends_on = $2 WHERE id = $1', [stretch.id, tx.today]);
    await tx.sql(
      'INSERT INTO staff_site (staff_id, site_id, desk_id, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)',
      [staffId, tx.actor.siteId, deskId, tx.today, stretch.endsOn],
    );
  }

  /** Takes back the end of work at this site on a day; `endsOn`: the end that was on record before. */
  async resumeAtSite(
    tx: Transaction<StaffActor>,
    staffId: string,
    leftOn: IsoDate,
    endsOn: IsoDate | null,
  ): Promise<void> {
    await tx.sql(
      `UPDATE staff_site SET ends_on = $4 WHERE id = (SELECT id FROM staff_site
         WHERE staff_id = $1 AND site_id = $2 AND ends_on = greatest(starts_on, $3::date) ORDER BY starts_on DESC LIMIT 1)`,
      [staffId, tx.actor.siteId, leftOn, endsOn],
    );
  }
}
