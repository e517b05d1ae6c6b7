import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { ownerProblems } from '#domain/organisation';
import { Blocked, NotFound, refuseBlocked } from '#kernel';
import { type IssuedToken, OwnPassword, SessionsService } from '../../auth/index.js';
import {
  type TellWanted,
  tellMessage,
  type ToldStaff,
  type Transaction,
  UnitOfWork,
} from '../../platform/unit-of-work/index.js';
import type { IssueMachineToken } from './machine-accounts.dto.js';
import { type MachineAccount, MachineAccountsRepository } from './machine-accounts.repository.js';

type Tx = Transaction<StaffActor>;

/** 連携用アカウント, as whoever answers for one has them: accepts it, and makes its token. */
@Injectable()
export class OwnMachinesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: MachineAccountsRepository,
    private readonly sessions: SessionsService,
    private readonly password: OwnPassword,
  ) {}

  /** Those the actor answers for, or was asked to. */
  list(actor: StaffActor): Promise<MachineAccount[]> {
    return this.work.read(actor, (tx) => this.accounts.of(tx, actor.staffId));
  }

  /**
   * Answers for the machine from now on: it goes on with the token it has, whoever answered for it before does no more and is told.
   * @throws NotFound when it ended or is none of the actor's; Blocked `machine_owner_not_asked`, `machine_owner_lacks_scope`
   */
  async accept(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'machine_account.accept' }, async (tx) => {
      const { scopes } = await this.get(tx, id);
      const lacks = ownerProblems(scopes, { ...actor, id: actor.staffId }).length > 0;
      refuseBlocked(lacks ? [{ code: 'machine_owner_lacks_scope' }] : []);
      const accepted = await this.accounts.accept(tx, id);
      if (!accepted) throw new Blocked([{ code: 'machine_owner_not_asked' }]);
      const { formerOwner } = accepted;
      tx.record({
        kind: 'machine_account.accepted',
        subject: { type: 'machine_account', id },
        changes: { staffId: { from: formerOwner, to: actor.staffId } },
      });
      const former: ToldStaff[] = formerOwner === null ? [] : [{ staffId: formerOwner }];
      tell(tx, 'machine_owner_changed', id, [...former, ...administratorsOf(actor)]);
    });
  }

  /**
   * The machine's token, told once; the one it had ends.
   * @throws NotFound; Blocked `machine_owner_not_accepted`; InvalidInput `wrong_password`, `locked_out`
   */
  async issueToken(actor: StaffActor, id: string, { currentPassword }: IssueMachineToken): Promise<IssuedToken> {
    const { ownerId } = await this.work.read(actor, (tx) => this.get(tx, id));
    refuseBlocked(ownerId === actor.staffId ? [] : [{ code: 'machine_owner_not_accepted' }]);
    await this.password.check(actor, 'currentPassword', currentPassword);
    return this.work.write(actor, { purpose: 'machine_account.issue_token' }, async (tx) => {
      const issued = await this.sessions.openMachineToken(tx, id);
      if (!issued) throw new NotFound('machine_account');
      const { name } = await this.get(tx, id);
      tx.record({
        kind: 'machine_account.token_issued',
        subject: { type: 'machine_account', id },
        changes: { label: { from: null, to: name } },
      });
      tell(tx, 'machine_token_issued', id, [{ staffId: actor.staffId }, ...administratorsOf(actor)]);
      return issued;
    });
  }

  private async get(tx: Tx, id: string): Promise<MachineAccount> {
    const found = (await this.accounts.of(tx, tx.actor.staffId)).find((account) => account.id === id);
    if (!found) throw new NotFound('machine_account');
    return found;
  }
}

const administratorsOf = ({ organisationId, siteId }: StaffActor): ToldStaff[] => [
  { role: 'site_administrator', organisationId, siteId },
];

function tell(tx: Tx, kind: TellWanted['kind'], subjectId: string, to: readonly ToldStaff[]): void {
  tx.send(tellMessage({ kind, subjectType: 'machine_account', subjectId, to }));
}
