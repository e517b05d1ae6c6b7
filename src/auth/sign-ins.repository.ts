import { Injectable } from '@nestjs/common';
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

  /** Another password, given as the first one was; nobody has to wait to try it, and no browser is known any more. */
  async reset(tx: Transaction<StaffActor>, staffId: string, hash: string): Promise<void> {
    await tx.sql('UPDATE credential SET password_hash = $2, must_change = true, changed_at = $3 WHERE staff_id = $1', [
      staffId,
      hash,
      tx.now,
    ]);
    await this.forgetDevices(tx, staffId);
    await this.unlock(tx, staffId);
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
