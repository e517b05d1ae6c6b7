import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { MachineScope, StaffActor } from '#access';
import type { MachineOwner } from '#domain/organisation';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../../platform/unit-of-work/index.js';

/** 連携用アカウント: a machine that somebody answers for. */
export interface MachineAccount {
  readonly id: string;
  readonly name: string;
  readonly siteName: string;
  readonly scopes: readonly MachineScope[];
  /** The first day without access. */
  readonly endsOn: IsoDate;
  readonly endedAt: Date | null;
  readonly endReason: 'ended' | 'expired' | null;
  /** Who answers for it and works here; null where nobody has accepted yet, or whoever had is gone. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  /** Who was asked to, and has not accepted. */
  readonly askedId: string | null;
  readonly askedName: string | null;
  /** Of the token it has; null without one. */
  readonly tokenIssuedAt: Date | null;
  readonly lastSeenAt: Date | null;
}

type Tx = Transaction<StaffActor>;

/** $1: today, as the clock of the use case has it. */
const SELECT_ACCOUNT = `
  SELECT m.id, m.name, si.name AS "siteName", m.scopes, m.ends_on AS "endsOn", m.ended_at AS "endedAt", m.end_reason AS "endReason",
    owner.id AS "ownerId", owner.name AS "ownerName", asked.id AS "askedId", asked.name AS "askedName",
    h.created_at AS "tokenIssuedAt", CASE WHEN h.last_seen_at > h.created_at THEN h.last_seen_at END AS "lastSeenAt"
  FROM machine_account m JOIN site_head si ON si.id = m.site_id
  LEFT JOIN LATERAL (SELECT s.staff_id AS id, s.name FROM machine_account_owner w JOIN staff_at_work s ON s.staff_id = w.staff_id AND s.site_id = m.site_id
    WHERE w.machine_account_id = m.id AND w.accepted_at IS NOT NULL AND w.ended_at IS NULL) owner ON true
  LEFT JOIN LATERAL (SELECT s.id, s.name FROM machine_account_owner w JOIN staff_head s ON s.id = w.staff_id
    WHERE w.machine_account_id = m.id AND w.accepted_at IS NULL AND w.ended_at IS NULL) asked ON true
  LEFT JOIN token_head h ON h.machine_account_id = m.id AND h.revoked_at IS NULL`;

@Injectable()
export class MachineAccountsRepository {
  /** Of the actor's organisation at the site, those that go on first. */
  list(tx: Tx): Promise<MachineAccount[]> {
    return tx.sql<MachineAccount>(
      `${SELECT_ACCOUNT} WHERE m.org_id = $1 AND m.site_id = $2 ORDER BY m.ended_at IS NOT NULL, m.created_at DESC, m.id`,
      [tx.actor.organisationId, tx.actor.siteId],
    );
  }

  /** Those that go on, of the actor's organisation at the site, for which somebody answers or was asked to. */
  of(tx: Tx, staffId: string): Promise<MachineAccount[]> {
    return tx.sql<MachineAccount>(
      `${SELECT_ACCOUNT} WHERE m.org_id = $1 AND m.site_id = $2 AND m.ended_at IS NULL AND m.ends_on > $3
         AND EXISTS (SELECT 1 FROM machine_account_owner w WHERE w.machine_account_id = m.id AND w.staff_id = $4 AND w.ended_at IS NULL)
       ORDER BY m.name, m.id`,
      [tx.actor.organisationId, tx.actor.siteId, tx.today, staffId],
    );
  }

  /** One that goes on. */
  async find(tx: Tx, id: string): Promise<MachineAccount | undefined> {
    const [found] = await tx.sql<MachineAccount>(
      `${SELECT_ACCOUNT} WHERE m.id = $1 AND m.org_id = $2 AND m.ended_at IS NULL AND m.ends_on > $3`,
      [id, tx.actor.organisationId, tx.today],
    );
    return found;
  }

  /** Nobody else ends it, or asks for its owner, until the transaction is over. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.sql('SELECT 1 FROM machine_account WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Who of the actor's organisation works at the site today. */
  candidates(tx: Tx): Promise<(MachineOwner & { readonly name: string })[]> {
    return tx.sql(
      `SELECT s.staff_id AS id, s.name, s.role, o.side FROM staff_at_work s JOIN organisation_name o ON o.id = s.organisation_id
       WHERE s.organisation_id = $1 AND s.site_id = $2 ORDER BY s.name_kana, s.staff_id`,
      [tx.actor.organisationId, tx.actor.siteId],
    );
  }

  async add(tx: Tx, { name, scopes, endsOn }: Pick<MachineAccount, 'name' | 'scopes' | 'endsOn'>): Promise<string> {
    const id = uuid();
    await tx.sql(
      'INSERT INTO machine_account (id, site_id, org_id, name, scopes, ends_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, tx.actor.siteId, tx.actor.organisationId, name, scopes, endsOn],
    );
    return id;
  }

  /** Whoever was asked before is asked no more. */
  async ask(tx: Tx, id: string, staffId: string): Promise<void> {
    await tx.sql(
      'UPDATE machine_account_owner SET ended_at = $2 WHERE machine_account_id = $1 AND accepted_at IS NULL AND ended_at IS NULL',
      [id, tx.now],
    );
    await tx.sql('INSERT INTO machine_account_owner (id, machine_account_id, staff_id) VALUES ($1, $2, $3)', [
      uuid(),
      id,
      staffId,
    ]);
  }

  /** @returns who answered for it before, if anybody; undefined where the actor was not asked */
  async accept(tx: Tx, id: string): Promise<{ readonly formerOwner: string | null } | undefined> {
    const [row] = await tx.sql<{ formerOwner: string | null }>(
      'SELECT former_owner AS "formerOwner" FROM accept_machine_account($1)',
      [id],
    );
    return row;
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.sql(`UPDATE machine_account SET ended_at = $2, end_reason = 'ended' WHERE id = $1 AND ended_at IS NULL`, [
      id,
      tx.now,
    ]);
  }

  /** Somebody answers for nothing any more, at this site or at any. @returns the accounts that are left without anybody */
  async endOwner(tx: Tx, staffId: string, { atSiteOnly }: { readonly atSiteOnly: boolean }): Promise<string[]> {
    const ended = await tx.sql<{ id: string; answered: boolean }>(
      `UPDATE machine_account_owner SET ended_at = $2 WHERE staff_id = $1 AND ended_at IS NULL
         AND (NOT $3 OR machine_account_id IN (SELECT m.id FROM machine_account m WHERE m.site_id = $4))
       RETURNING machine_account_id AS id, accepted_at IS NOT NULL AS answered`,
      [staffId, tx.now, atSiteOnly, tx.actor.siteId],
    );
    return ended.filter(({ answered }) => answered).map(({ id }) => id);
  }
}
