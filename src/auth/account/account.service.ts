import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { InvalidInput, NotFound, refuseInvalid } from '#kernel';
import type { SignedIn } from '../../platform/http/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { newPasswordProblems } from '../new-password.js';
import { hashPassword } from '../passwords.js';
import { SESSION_POLICY } from '../session-policy.js';
import { SessionsService } from '../sessions.service.js';
import type { ChangePassword } from './account.dto.js';
import { OwnPassword } from './own-password.js';

/** A session one could still act with. */
export interface OwnSession {
  readonly id: string;
  readonly kind: SignedIn['sessionKind'];
  /** Name of a token, or of the machine whose token it is; empty otherwise. */
  readonly label: string;
  readonly siteName: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** 自分のアカウント: password, site, sessions; what everybody manages for themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsService,
    private readonly password: OwnPassword,
  ) {}

  /**
   * Every other session and every token of one's own ends; those of the machines one answers for go on.
   * @throws InvalidInput `wrong_password` (which counts as a failed sign-in), `locked_out`, `passwords_differ`, and the problems of `newPasswordProblems`
   */
  async changePassword(
    { actor, sessionId }: SignedIn,
    { currentPassword, newPassword, repeatedPassword }: ChangePassword,
  ): Promise<void> {
    const { login, changedAt } = await this.password.check(actor, 'currentPassword', currentPassword);
    refuseInvalid(newPasswordProblems('newPassword', { password: newPassword, login, current: currentPassword }));
    if (repeatedPassword !== undefined && repeatedPassword !== newPassword) {
      throw new InvalidInput([{ field: 'repeatedPassword', code: 'passwords_differ' }]);
    }
    const hash = await hashPassword(newPassword);
    await this.work.write(actor, { purpose: 'password.change' }, async (tx) => {
      const [row] = await tx.sql<{ changed: boolean }>('SELECT change_own_password($1, $2) AS changed', [
        hash,
        changedAt,
      ]);
      // Changed since by another request: what was checked above is the current one no more.
      if (!row?.changed) throw new InvalidInput([{ field: 'currentPassword', code: 'wrong_password' }]);
      await tx.sql(
        `UPDATE session SET revoked_at = $3 WHERE staff_id = $1 AND id <> $2 AND kind <> 'machine' AND revoked_at IS NULL`,
        [actor.staffId, sessionId, tx.now],
      );
      tx.record({ kind: 'password.changed', subject: { type: 'staff', id: actor.staffId } });
    });
  }

  /** Newest first; only those that still open something. */
  ownSessions(actor: StaffActor): Promise<OwnSession[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<OwnSession>(
        `SELECT h.id, h.kind, h.label, s.name AS "siteName", h.created_at AS "createdAt", h.last_seen_at AS "lastSeenAt", h.expires_at AS "expiresAt"
         FROM session h JOIN site_head s ON s.id = h.site_id
         WHERE h.staff_id = $1 AND h.revoked_at IS NULL AND h.expires_at > $2
           AND (h.kind IN ('personal', 'machine') OR h.last_seen_at > $2 - make_interval(mins => $3))
         ORDER BY h.created_at DESC, h.id`,
        [actor.staffId, tx.now, SESSION_POLICY.idleMinutes],
      ),
    );
  }

  /** @throws NotFound when it is not one's own or has ended */
  async revokeSession(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'session.revoke' }, async (tx) => {
      const ended = await tx.sql(
        'UPDATE session SET revoked_at = $3 WHERE id = $1 AND staff_id = $2 AND revoked_at IS NULL RETURNING id',
        [id, actor.staffId, tx.now],
      );
      if (ended.length === 0) throw new NotFound('session');
      tx.record({ kind: 'session.revoked', subject: { type: 'session', id } });
    });
  }

  /** The sites one works at today. */
  ownSites(actor: StaffActor): Promise<{ id: number; name: string }[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<{ id: number; name: string }>('SELECT id, name FROM site_head WHERE id = ANY ($1) ORDER BY id', [
        actor.siteIds,
      ]),
    );
  }

  /** @throws NotFound when the actor does not work there today */
  async switchSite(token: string, siteId: number): Promise<void> {
    if (!(await this.sessions.switchSite(token, siteId))) throw new NotFound('site');
  }
}
