import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '#access';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** Written by the owner of the schema, before anybody could be signed in. */
export async function insertCredential(
  manager: EntityManager,
  staffId: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await manager.query('INSERT INTO credential (staff_id, password_hash, must_change) VALUES ($1, $2, $3)', [
    staffId,
    hash,
    mustChange,
  ]);
}

/** As long as whoever confirms may be expected to know of it; reset_password counts the same. */
const RESET_REQUEST_HOURS = 24;

/** パスワードの再設定 that one administrator asked for. */
export interface AskedReset {
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
}

/**
 * The sign-in of a colleague, as the administrator of their organisation manages it: in the caller's transaction, and as far as
 * the policies let the actor.
 */
@Injectable()
export class SignInsRepository {
  /** The password was given by somebody and is changed at the first sign-in. */
  async give(tx: Transaction<StaffActor>, staffId: string, hash: string): Promise<void> {
    await tx.sql('INSERT INTO credential (staff_id, password_hash, must_change) VALUES ($1, $2, true)', [
      staffId,
      hash,
    ]);
  }

  /** Whether the actor alone may not reset somebody's password: they work at a site that the actor does not administer. */
  async needsSecondAdministrator(tx: Transaction<StaffActor>, staffId: string): Promise<boolean> {
    const [row] = await tx.sql<{ needed: boolean }>('SELECT needs_second_administrator($1) AS needed', [staffId]);
    return row?.needed ?? true;
  }

  /**
   * Another password, given as the first one was, for so many hours; sessions and one's own tokens end, nobody has to wait to try it, and no browser is
   * known any more. It stands on the audit record of the person's other sites, too.
   * @returns false where another administrator has to ask for it first
   */
  async reset(tx: Transaction<StaffActor>, staffId: string, hash: string, hours: number): Promise<boolean> {
    const [row] = await tx.sql<{ done: boolean }>('SELECT reset_password($1, $2, $3) AS done', [staffId, hash, hours]);
    return row?.done ?? false;
  }

  /** The reset that was asked for and is still to be confirmed by another administrator. */
  async askedReset(tx: Transaction<StaffActor>, staffId: string): Promise<AskedReset | null> {
    const [found] = await tx.sql<AskedReset>(
      `SELECT r.asked_by AS "askedBy", s.name AS "askedByName", r.asked_at AS "askedAt" FROM password_reset_request r JOIN staff_head s ON s.id = r.asked_by
       WHERE r.staff_id = $1 AND r.ended_at IS NULL AND r.asked_at > $2::timestamptz - make_interval(hours => $3)`,
      [staffId, tx.now, RESET_REQUEST_HOURS],
    );
    return found ?? null;
  }

  /** What was asked before and not confirmed in time ends with it. */
  async askReset(tx: Transaction<StaffActor>, staffId: string): Promise<void> {
    await tx.sql(
      `UPDATE password_reset_request SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL
         AND asked_at <= $2::timestamptz - make_interval(hours => $3)`,
      [staffId, tx.now, RESET_REQUEST_HOURS],
    );
    await tx.sql('INSERT INTO password_reset_request (id, staff_id) VALUES ($1, $2)', [uuid(), staffId]);
  }

  /** @returns whether there was one to take back */
  async withdrawReset(tx: Transaction<StaffActor>, staffId: string): Promise<boolean> {
    const ended = await tx.sql(
      'UPDATE password_reset_request SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL RETURNING id',
      [staffId, tx.now],
    );
    return ended.length > 0;
  }

  /** Attempts that failed are forgotten, from wherever they came. */
  async unlock(tx: Transaction<StaffActor>, staffId: string): Promise<void> {
    await tx.sql('UPDATE sign_in_attempt SET failures = 0, retry_at = NULL WHERE staff_id = $1', [staffId]);
  }

  async forgetDevices(tx: Transaction<StaffActor>, staffId: string): Promise<void> {
    await tx.sql('UPDATE known_device SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL', [staffId, tx.now]);
  }

  /** Ends every session and token, of every site or of this one alone; those of the machines one answers for only when `machinesToo`. */
  async endSessions(
    tx: Transaction<StaffActor>,
    staffId: string,
    { machinesToo, atSiteOnly = false }: { machinesToo: boolean; atSiteOnly?: boolean },
  ): Promise<void> {
    await tx.sql(
      `UPDATE session SET revoked_at = $2 WHERE staff_id = $1 AND revoked_at IS NULL AND ($3 OR kind <> 'machine') AND (NOT $4 OR site_id = $5)`,
      [staffId, tx.now, machinesToo, atSiteOnly, tx.actor.siteId],
    );
  }

  /** Ends the token of a machine's account, as far as there is one. */
  async endMachineToken(tx: Transaction<StaffActor>, accountId: string): Promise<void> {
    await tx.sql('UPDATE session SET revoked_at = $2 WHERE machine_account_id = $1 AND revoked_at IS NULL', [
      accountId,
      tx.now,
    ]);
  }
}
