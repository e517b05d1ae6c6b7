import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type MachineOwner, machineAccountProblems, ownerProblems } from '#domain/organisation';
import { NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { SignInsRepository } from '../../auth/index.js';
import {
  type TellWanted,
  tellMessage,
  type ToldStaff,
  type Transaction,
  UnitOfWork,
} from '../../platform/unit-of-work/index.js';
import type { AddMachineAccount, AskOwner } from './machine-accounts.dto.js';
import { type MachineAccount, MachineAccountsRepository } from './machine-accounts.repository.js';

type Tx = Transaction<StaffActor>;

/**
 * 連携用アカウント, as the administrator of its organisation manages them: they say what a machine may and who answers for it. Its token they never see:
 * that is made by whoever answers for it (OwnMachinesService).
 */
@Injectable()
export class MachineAccountsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: MachineAccountsRepository,
    private readonly signIns: SignInsRepository,
  ) {}

  /** Of the actor's organisation at the site, those that ended too. */
  list(actor: StaffActor): Promise<MachineAccount[]> {
    return this.work.read(actor, (tx) => this.accounts.list(tx));
  }

  /** Who might answer for one. */
  candidates(actor: StaffActor): Promise<(MachineOwner & { readonly name: string })[]> {
    return this.work.read(actor, (tx) => this.accounts.candidates(tx));
  }

  /** @throws InvalidInput `not_one_of`, `owner_lacks_scope` (ownerId), `machine_end` (endsOn) */
  add(actor: StaffActor, input: AddMachineAccount, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'machine_account.add', idempotencyKey }, async (tx) => {
      refuseInvalid(machineAccountProblems(input, await this.candidate(tx, input.ownerId), tx.today));
      const id = await this.accounts.add(tx, input);
      await this.accounts.ask(tx, id, input.ownerId);
      const { name, scopes, endsOn, ownerId } = input;
      tx.record({
        kind: 'machine_account.added',
        subject: { type: 'machine_account', id },
        changes: {
          name: { from: null, to: name },
          scopes: { from: null, to: scopes },
          endsOn: { from: null, to: endsOn },
          staffId: { from: null, to: ownerId },
        },
      });
      tell(tx, 'machine_owner_asked', id, [{ staffId: ownerId }]);
      return { id };
    });
  }

  /**
   * Asks somebody to answer for it from now on. Until they accept, whoever does goes on; asking another takes it back.
   * @throws NotFound; InvalidInput `not_one_of`, `owner_lacks_scope`; Blocked `machine_owner_asked_already`, `machine_owner_already`
   */
  async askOwner(actor: StaffActor, id: string, { ownerId }: AskOwner): Promise<void> {
    await this.work.write(actor, { purpose: 'machine_account.ask_owner' }, async (tx) => {
      await this.accounts.lock(tx, id);
      const account = await this.get(tx, id);
      refuseBlocked([
        ...(account.askedId === ownerId ? [{ code: 'machine_owner_asked_already' }] : []),
        ...(account.ownerId === ownerId ? [{ code: 'machine_owner_already' }] : []),
      ]);
      refuseInvalid(ownerProblems(account.scopes, await this.candidate(tx, ownerId)));
      await this.accounts.ask(tx, id, ownerId);
      tx.record({
        kind: 'machine_account.owner_asked',
        subject: { type: 'machine_account', id },
        changes: { staffId: { from: account.ownerId, to: ownerId } },
      });
      tell(tx, 'machine_owner_asked', id, [{ staffId: ownerId }]);
    });
  }

  /** Ends it and its token at once, for good: a machine that is needed again gets an account anew. @throws NotFound */
  async end(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'machine_account.end' }, async (tx) => {
      await this.accounts.lock(tx, id);
      const { ownerId } = await this.get(tx, id);
      await this.accounts.end(tx, id);
      await this.signIns.endMachineToken(tx, id);
      tx.record({ kind: 'machine_account.ended', subject: { type: 'machine_account', id } });
      if (ownerId !== null) tell(tx, 'machine_ended', id, [{ staffId: ownerId }]);
    });
  }

  private async get(tx: Tx, id: string): Promise<MachineAccount> {
    const found = await this.accounts.find(tx, id);
    if (!found) throw new NotFound('machine_account');
    return found;
  }

  private async candidate(tx: Tx, id: string): Promise<MachineOwner | undefined> {
    return (await this.accounts.candidates(tx)).find((one) => one.id === id);
  }
}

function tell(tx: Tx, kind: TellWanted['kind'], subjectId: string, to: readonly ToldStaff[]): void {
  tx.send(tellMessage({ kind, subjectType: 'machine_account', subjectId, to }));
}
