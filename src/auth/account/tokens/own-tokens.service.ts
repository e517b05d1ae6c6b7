import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { tellMessage, UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { type IssuedToken, SessionsService } from '../../sessions.service.js';
import { OwnPassword } from '../own-password.js';
import type { IssueOwnToken } from './own-tokens.dto.js';

/** 自分のトークン: for one's own programs. It may what one may, and ends with the password; it is listed and ended among one's sessions. */
@Injectable()
export class OwnTokensService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsService,
    private readonly password: OwnPassword,
  ) {}

  /**
   * A repeat with the same key would have to tell the token again, which nobody keeps: so there is none.
   * @throws InvalidInput `wrong_password`, `locked_out`; Unauthenticated `no_site_today`
   */
  async issue(actor: StaffActor, { label, days, currentPassword }: IssueOwnToken): Promise<IssuedToken> {
    await this.password.check(actor, 'currentPassword', currentPassword);
    return this.work.write(actor, { purpose: 'token.issue' }, async (tx) => {
      const issued = await this.sessions.openOwnToken(tx, label, days);
      tx.record({
        kind: 'token.issued',
        subject: { type: 'token', id: issued.id },
        changes: { label: { from: null, to: label } },
      });
      // Also to whoever did it: somebody else may have known the password.
      tx.send(
        tellMessage({
          kind: 'token_issued',
          subjectType: 'token',
          subjectId: issued.id,
          to: [{ staffId: actor.staffId }],
        }),
      );
      return issued;
    });
  }
}
