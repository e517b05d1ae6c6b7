import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { InvalidInput, NotFound, Unauthenticated } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { SessionsService } from '../sessions.service.js';

export interface PasswordStanding {
  readonly login: string;
  /** When the password was set that was given. */
  readonly changedAt: Date;
}

/** One's own password, asked for again before what a colleague at an unlocked screen must not do. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws InvalidInput `wrong_password` (which counts as a failed sign-in), `locked_out`, at `field`; NotFound */
  async check(actor: StaffActor, field: string, password: string): Promise<PasswordStanding> {
    const standing = await this.standing(actor);
    try {
      await this.sessions.verify(standing.login, password, { address: null });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      const code = error.code === 'locked_out' ? 'locked_out' : 'wrong_password';
      throw new InvalidInput([{ field, code, params: error.params }]);
    }
    return standing;
  }

  private async standing(actor: StaffActor): Promise<PasswordStanding> {
    const [row] = await this.work.read(actor, (tx) =>
      tx.sql<{ login: string; changedAt: Date }>(
        'SELECT own_login() AS login, c.changed_at AS "changedAt" FROM credential c WHERE c.staff_id = $1',
        [actor.staffId],
      ),
    );
    if (!row) throw new NotFound('staff');
    return row;
  }
}
