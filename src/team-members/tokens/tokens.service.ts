import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { InvalidInput, NotFound, Unauthenticated } from '#kernel';
import { SessionsService, SignInsRepository } from '../../auth/index.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { StaffRepository } from '../staff.repository.js';
import type { IssueToken } from './tokens.dto.js';

export interface TokenLine {
  readonly id: string;
  readonly label: string;
  readonly staffName: string;
  readonly siteName: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface IssuedToken {
  readonly id: string;
  /** Told this once; only its hash is kept. */
  readonly token: string;
}

/** 連携用トークン: named keys of machines, which act as a staff member of the administrator's organisation. */
@Injectable()
export class TokensService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInsRepository,
    private readonly staff: StaffRepository,
  ) {}

  /** Newest first, those that ended too. */
  list(actor: StaffActor): Promise<TokenLine[]> {
    return this.work.read(actor, (tx) =>
      tx.sql<TokenLine>(
        `SELECT h.id, h.label, s.name AS "staffName", si.name AS "siteName", h.created_at AS "createdAt", h.last_seen_at AS "lastSeenAt",
          h.expires_at AS "expiresAt", h.revoked_at AS "revokedAt"
         FROM machine_token h JOIN staff s ON s.id = h.staff_id JOIN site_head si ON si.id = h.site_id
         WHERE s.organisation_id = $1 ORDER BY h.created_at DESC, h.id`,
        [actor.organisationId],
      ),
    );
  }

  /**
   * A repeat with the same key would have to tell the token again, which nobody keeps: so there is none.
   * @throws InvalidInput `not_one_of`: not of the organisation, or not at the site today
   */
  async issue(actor: StaffActor, { label, staffId, days }: IssueToken): Promise<IssuedToken> {
    return this.work.write(actor, { purpose: 'token.issue' }, async (tx) => {
      const issued = await this.open(tx, staffId, label, days);
      tx.record({
        kind: 'token.issued',
        subject: { type: 'token', id: issued.id },
        changes: { label: { from: null, to: label }, staffId: { from: null, to: staffId } },
      });
      return issued;
    });
  }

  /** @throws NotFound when it is not of the organisation or has ended */
  async revoke(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'token.revoke' }, async (tx) => {
      if (!(await this.signIns.revokeToken(tx, id))) throw new NotFound('token');
      tx.record({ kind: 'token.revoked', subject: { type: 'token', id } });
    });
  }

  private async open(tx: Transaction<StaffActor>, staffId: string, label: string, days: number): Promise<IssuedToken> {
    try {
      await this.staff.get(tx, staffId);
      return await this.sessions.openForMachine(tx, staffId, label, tx.actor.siteId, days);
    } catch (error) {
      if (error instanceof NotFound || error instanceof Unauthenticated)
        throw new InvalidInput([{ field: 'staffId', code: 'not_one_of' }]);
      throw error;
    }
  }
}
