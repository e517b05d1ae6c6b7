import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';

/** How the nightly backups stand. */
export interface BackupState {
  /** When the last one that was read back whole was; null before the first. */
  readonly lastVerifiedAt: Date | null;
  /** Whether that is longer ago than two nights, so that nobody makes any. */
  readonly overdue: boolean;
  /** Why the last one failed, when none succeeded after it. */
  readonly failedAt: Date | null;
  readonly error: string | null;
}

/** What was made. */
export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Topic of the messages by which administrators are told. */
export const BACKUP_TURN_TOPIC = 'backup.turned';

/** That backups have begun to fail, or are made again. */
export type BackupTurn = 'failed' | 'works_again';

/** What such a message says. */
export interface BackupTurned {
  readonly turn: BackupTurn;
  readonly runId: string;
}

/** 夜間バックアップの記録 */
@Injectable()
export class BackupRunsRepository {
  async state(tx: Transaction): Promise<BackupState> {
    const [row] = await tx.sql<{
      verified_at: Date | null;
      overdue: boolean | null;
      failed_at: Date | null;
      error: string | null;
    }>(
      `SELECT v.verified_at, v.verified_at < app_now() - interval '50 hours' AS overdue, f.ended_at AS failed_at, f.error
       FROM (SELECT max(verified_at) AS verified_at FROM backup_run) v
       LEFT JOIN LATERAL (SELECT ended_at, error FROM backup_run WHERE error IS NOT NULL AND (v.verified_at IS NULL OR ended_at > v.verified_at)
         ORDER BY id DESC LIMIT 1) f ON true`,
    );
    return {
      lastVerifiedAt: row?.verified_at ?? null,
      overdue: row?.overdue ?? false,
      failedAt: row?.failed_at ?? null,
      error: row?.error ?? null,
    };
  }

  /** Whether that night's is there or under way. */
  async isMade(tx: Transaction, night: IsoDate): Promise<boolean> {
    const rows = await tx.sql<{ id: string }>('SELECT id FROM backup_run WHERE night = $1 AND error IS NULL', [night]);
    return rows.length > 0;
  }

  /** What a worker that was killed has left under way for so many hours has failed. */
  async giveUp(tx: Transaction, afterHours: number): Promise<void> {
    const given = await tx.sql<{ id: string }>(
      `UPDATE backup_run SET ended_at = $1, error = 'interrupted' WHERE ended_at IS NULL AND started_at < $1::timestamptz - make_interval(hours => $2)
       RETURNING id`,
      [tx.now, afterHours],
    );
    for (const { id } of given) await this.tellOf(tx, id, 'failed');
  }

  /** @returns undefined when somebody else makes it, or has made it */
  async begin(tx: Transaction, night: IsoDate): Promise<string | undefined> {
    const [row] = await tx.sql<{ id: string }>(
      `INSERT INTO backup_run (night, started_at) VALUES ($1, $2) ON CONFLICT (night) WHERE error IS NULL DO NOTHING RETURNING id`,
      [night, tx.now],
    );
    return row?.id;
  }

  async succeed(tx: Transaction, id: string, { file, bytes, rows }: MadeBackup): Promise<void> {
    await tx.sql(
      'UPDATE backup_run SET ended_at = $2, verified_at = $2, file = $3, bytes = $4, row_count = $5 WHERE id = $1',
      [id, tx.now, file, bytes, rows],
    );
    await this.tellOf(tx, id, 'works_again');
  }

  async fail(tx: Transaction, id: string, error: string): Promise<void> {
    await tx.sql('UPDATE backup_run SET ended_at = $2, error = $3 WHERE id = $1', [id, tx.now, error]);
    await this.tellOf(tx, id, 'failed');
  }

  /** Once a series: of the first failure after a success, and of the first success after a failure. */
  private async tellOf(tx: Transaction, runId: string, turn: BackupTurn): Promise<void> {
    const [before] = await tx.sql<{ failed: boolean }>(
      'SELECT error IS NOT NULL AS failed FROM backup_run WHERE id < $1 AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1',
      [runId],
    );
    const hadFailed = before?.failed ?? false;
    if (hadFailed === (turn === 'works_again'))
      tx.send({ topic: BACKUP_TURN_TOPIC, payload: { turn, runId } satisfies BackupTurned });
  }
}
