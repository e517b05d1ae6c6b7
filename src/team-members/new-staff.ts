import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Role } from '#access';
import type { IsoDate } from '#kernel';
import { insertCredential } from '../auth/index.js';

/** Somebody whom no administrator registers: the first ones of a site, written by the owner of the schema. */
export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly nameKana: string;
  /** 職名: data of the site, permissions do not hang on it. */
  readonly title: string;
  readonly role: Role;
  readonly organisationId: number | undefined;
  readonly employedFrom: IsoDate;
  readonly passwordHash: string;
  /** The password is handed over by somebody and changed at the first sign-in. */
  readonly mustChangePassword?: boolean;
}

/** Somebody with a sign-in, who works nowhere yet. @returns their id */
export async function insertStaff(manager: EntityManager, member: NewStaff): Promise<string> {
  const { login, name, nameKana, title, role, organisationId, employedFrom, passwordHash } = member;
  const id = uuid();
  await manager.query(
    'INSERT INTO staff (id, organisation_id, login, name, name_kana, title, role, employed_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, organisationId, login, name, nameKana, title, role, employedFrom],
  );
  await insertCredential(manager, id, passwordHash, member.mustChangePassword ?? false);
  return id;
}

/** Work at a site from a day, unless it goes on then already. @returns whether it began */
export async function startWorkAtSite(
  manager: EntityManager,
  work: {
    readonly staffId: string;
    readonly siteId: number;
    readonly deskId: number | null;
    readonly startsOn: IsoDate;
  },
): Promise<boolean> {
  const started: unknown[] = await manager.query(
    `INSERT INTO staff_site (staff_id, site_id, desk_id, starts_on) SELECT $1, $2, $3, $4::date
     WHERE NOT EXISTS (SELECT 1 FROM staff_site s WHERE s.staff_id = $1 AND s.site_id = $2 AND (s.ends_on IS NULL OR s.ends_on > $4::date)) RETURNING id`,
    [work.staffId, work.siteId, work.deskId, work.startsOn],
  );
  return started.length > 0;
}

export interface StaffWithLogin {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: number;
  /** A day of leaving (離任日) is on record. */
  readonly leaves: boolean;
}

export async function staffWithLogin(manager: EntityManager, login: string): Promise<StaffWithLogin | undefined> {
  const found: StaffWithLogin[] = await manager.query(
    'SELECT id, role, organisation_id AS "organisationId", employed_until IS NOT NULL AS leaves FROM staff WHERE login = $1',
    [login],
  );
  return found[0];
}

/** Whether anybody was ever registered. `lock`: nobody is registered before the transaction ends. */
export async function hasAnyStaff(manager: EntityManager, { lock = false } = {}): Promise<boolean> {
  if (lock) await manager.query('LOCK TABLE staff IN EXCLUSIVE MODE');
  const [row]: { someone: boolean }[] = await manager.query('SELECT EXISTS (SELECT 1 FROM staff) AS someone');
  return row?.someone ?? false;
}
