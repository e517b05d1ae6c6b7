import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { TEMPORARY_PASSWORD_HOURS } from '#domain/organisation';
import { Blocked, NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { type AskedReset, hashPassword, newPasswordProblems, SignInsRepository } from '../../auth/index.js';
import { tellMessage, UnitOfWork } from '../../platform/unit-of-work/index.js';
import { StaffRepository } from '../staff.repository.js';

/** How it stands with resetting somebody's password. */
export interface ResetStanding {
  /** They work at a site that the actor does not administer: it takes two administrators of the organisation. */
  readonly needsAnother: boolean;
  /** Who asked for it, where it waits to be confirmed. */
  readonly asked: AskedReset | null;
}

/** パスワードの再設定: a password that its holder has to change, for whoever cannot sign in any more. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly signIns: SignInsRepository,
  ) {}

  /** @throws NotFound */
  standing(actor: StaffActor, id: string): Promise<ResetStanding> {
    return this.work.read(actor, async (tx) => {
      await this.staff.get(tx, id);
      return {
        needsAnother: await this.signIns.needsSecondAdministrator(tx, id),
        asked: await this.signIns.askedReset(tx, id),
      };
    });
  }

  /**
   * Sets it; where it takes two, on what another administrator asked for. The person is told when they sign in, and their other sites' auditors find it.
   * @throws Blocked `own_password_reset`, `password_reset_needs_another`; NotFound; InvalidInput problems of the password
   */
  async reset(actor: StaffActor, id: string, password: string): Promise<void> {
    refuseBlocked(id === actor.staffId ? [{ code: 'own_password_reset' }] : []);
    const { login } = await this.work.read(actor, (tx) => this.staff.get(tx, id));
    refuseInvalid(newPasswordProblems('password', { password, login }));
    const hash = await hashPassword(password);
    await this.work.write(actor, { purpose: 'password.reset' }, async (tx) => {
      await this.staff.get(tx, id);
      const asked = await this.signIns.askedReset(tx, id);
      if (!(await this.signIns.reset(tx, id, hash, TEMPORARY_PASSWORD_HOURS)))
        throw new Blocked([{ code: 'password_reset_needs_another' }]);
      tx.record({ kind: 'password.reset', subject: { type: 'staff', id } });
      tx.send(tellMessage({ kind: 'password_reset', subjectType: 'staff', subjectId: id, to: [{ staffId: id }] }));
      if (asked && asked.askedBy !== actor.staffId)
        tx.send(
          tellMessage({
            kind: 'password_reset_confirmed',
            subjectType: 'staff',
            subjectId: id,
            to: [{ staffId: asked.askedBy }],
          }),
        );
    });
  }

  /**
   * Asks another administrator of the organisation, who are told at every site. Ends by itself after a day.
   * @throws Blocked `own_password_reset`, `password_reset_not_needed`, `password_reset_one_waiting`; NotFound
   */
  async ask(actor: StaffActor, id: string): Promise<void> {
    refuseBlocked(id === actor.staffId ? [{ code: 'own_password_reset' }] : []);
    await this.work.write(actor, { purpose: 'password.ask_reset' }, async (tx) => {
      await this.staff.get(tx, id);
      const isNeeded = await this.signIns.needsSecondAdministrator(tx, id);
      refuseBlocked(isNeeded ? [] : [{ code: 'password_reset_not_needed' }]);
      await this.signIns.askReset(tx, id);
      tx.record({ kind: 'password.reset_asked', subject: { type: 'staff', id } });
      tx.send(
        tellMessage({
          kind: 'password_reset_asked',
          subjectType: 'staff',
          subjectId: id,
          to: [{ role: 'site_administrator', organisationId: actor.organisationId }],
          except: actor.staffId,
        }),
      );
    });
  }

  /** Takes back what was asked for, by whichever administrator. @throws NotFound */
  async withdraw(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'password.withdraw_reset' }, async (tx) => {
      await this.staff.get(tx, id);
      if (!(await this.signIns.withdrawReset(tx, id))) throw new NotFound('password_reset_request');
      tx.record({ kind: 'password.reset_withdrawn', subject: { type: 'staff', id } });
    });
  }
}
