import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { Blocked, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import {
  type DepartureScope,
  goesWithDeparture,
  type HeldWork,
  lastAdministratorReasons,
  type SuccessionChoice,
  successionOf,
  successionProblems,
} from '#domain/organisation';
import { SignInsRepository } from '../../auth/index.js';
import { tellMessage, type Transaction, UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { Departure } from '../dto/departure.dto.js';
import { StaffEntity } from '../staff.entity.js';
import { StaffRepository } from '../staff.repository.js';
import { MachineAccountsRepository } from '../machine-accounts/machine-accounts.repository.js';
import { DeparturesRepository, type RegisteredDeparture, type SuccessorRow } from './departures.repository.js';
import { HeldWorkSources, type PassedItem } from './held-work.js';

/** Somebody who may take over, and how much they have already. */
interface SuccessorLine extends SuccessorRow {
  /** Running cases they are on. */
  readonly cases: number;
}

/** What a departure has to settle. */
export interface DepartureSheet {
  readonly held: readonly HeldWork[];
  readonly successors: readonly SuccessorLine[];
  /** Names of the leaver's own tokens, which end with it. */
  readonly tokens: readonly string[];
  /** Machines (連携用アカウント) the leaver answers for at the site: they stop with the departure unless whoever was asked has accepted by then. */
  readonly machines: readonly { readonly id: string; readonly name: string; readonly askedName: string | null }[];
  /** The departure that stands already. */
  readonly standing: RegisteredDeparture | null;
}

/** What became of one thing that was open. */
export interface DepartureLine extends Omit<HeldWork, 'version' | 'jobseekerId'> {
  /** `unattended`: waits in the queue 「担当者不在」; `ended`: whoever was named for it holds that role already. */
  readonly result: 'handed_over' | 'unattended' | 'ended';
  readonly successorId: string | null;
}

/** What became of one thing when a departure was taken back. */
export interface GivenBackLine extends Pick<PassedItem, 'kind' | 'subjectId'> {
  /** `kept`: it has moved on since, and stays where it is. */
  readonly result: 'given_back' | 'kept';
}

/** 離任・異動: who leaves loses access on that day, and nothing of theirs is left without somebody or the queue. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly departures: DeparturesRepository,
    private readonly signIns: SignInsRepository,
    private readonly held: HeldWorkSources,
    private readonly machines: MachineAccountsRepository,
  ) {}

  /** @throws NotFound */
  sheet(actor: StaffActor, id: string): Promise<DepartureSheet> {
    return this.work.read(actor, async (tx) => {
      await this.staff.get(tx, id);
      const load = await this.held.load(tx);
      return {
        held: (await this.held.of(tx, id)).map(({ work }) => work),
        successors: (await this.departures.successors(tx, id)).map((one) => ({ ...one, cases: load.get(one.id) ?? 0 })),
        tokens: await this.departures.tokens(tx, id),
        machines: (await this.machines.of(tx, id))
          .filter(({ ownerId }) => ownerId === id)
          .map((account) => ({ id: account.id, name: account.name, askedName: account.askedName })),
        standing: await this.departures.standing(tx, id),
      };
    });
  }

  /**
   * Leaves the organisation, or the site alone.
   * @throws Blocked `own_departure`, `last_administrator`, `not_at_site`; InvalidInput `before_employment`, `successor_missing`, `not_one_of`;
   * StaleEdit; NotFound
   */
  leave(actor: StaffActor, id: string, input: Departure): Promise<{ items: DepartureLine[] }> {
    return input.scope === 'site' ? this.leaveSite(actor, id, input) : this.leaveOrganisation(actor, id, input);
  }

  /**
   * Leaves the organisation: every site, every session, every token. What is open at the site goes to successors or to the queue;
   * what is open at other sites stands in the queue there, for whoever holds it works nowhere any more.
   */
  private leaveOrganisation(actor: StaffActor, id: string, input: Departure): Promise<{ items: DepartureLine[] }> {
    return this.register(actor, id, 'organisation', input, async (tx) => {
      const { employedFrom, employedUntil } = await this.staff.get(tx, id);
      refuseInvalid(notBefore('leavesOn', input.leavesOn, employedFrom, 'before_employment'));
      await tx.update(StaffEntity, id, input.version, { employedUntil: input.leavesOn });
      if (input.leavesOn <= tx.today) await this.endAccess(tx, id, { atSiteOnly: false });
      await this.signIns.forgetDevices(tx, id);
      tx.record({
        kind: 'staff.left',
        subject: { type: 'staff', id },
        changes: { employedUntil: { from: employedUntil, to: input.leavesOn } },
      });
      return employedUntil;
    });
  }

  /** Leaves this site and stays in the organisation. */
  private leaveSite(actor: StaffActor, id: string, input: Departure): Promise<{ items: DepartureLine[] }> {
    return this.register(actor, id, 'site', input, async (tx) => {
      const { atSite } = await this.staff.get(tx, id);
      refuseBlocked(atSite === null ? [{ code: 'not_at_site' }] : []);
      refuseInvalid(notBefore('leavesOn', input.leavesOn, atSite?.startsOn, 'before_employment'));
      await tx.update(StaffEntity, id, input.version, {});
      await this.staff.endAtSite(tx, id, input.leavesOn);
      if (input.leavesOn <= tx.today) await this.endAccess(tx, id, { atSiteOnly: true });
      tx.record({
        kind: 'staff.left_site',
        subject: { type: 'staff', id },
        changes: { endsOn: { from: atSite?.endsOn ?? null, to: input.leavesOn } },
      });
      return atSite?.endsOn ?? null;
    });
  }

  /**
   * Takes back a departure that was typed by mistake: the person works again, and what had gone to others comes back where it
   * has not moved on since. Sign-ins and tokens that ended do not come back.
   * @throws Blocked `no_departure`; StaleEdit; NotFound
   */
  async withdraw(actor: StaffActor, id: string, version: number): Promise<{ items: GivenBackLine[] }> {
    return this.work.write(actor, { purpose: 'staff.departure_withdrawn' }, async (tx) => {
      await this.staff.get(tx, id);
      const standing = await this.departures.standing(tx, id);
      if (standing === null) throw new Blocked([{ code: 'no_departure' }]);
      const { scope, leavesOn, endedBefore } = standing;
      await tx.update(StaffEntity, id, version, scope === 'organisation' ? { employedUntil: endedBefore } : {});
      if (scope === 'site') await this.staff.resumeAtSite(tx, id, leavesOn, endedBefore);
      const items: GivenBackLine[] = [];
      for (const item of await this.departures.items(tx, standing.id)) {
        const isBack = await this.held.giveBack(tx, id, item);
        items.push({ kind: item.kind, subjectId: item.subjectId, result: isBack ? 'given_back' : 'kept' });
      }
      await this.departures.withdraw(tx, standing.id);
      tx.record({
        kind: 'staff.departure_withdrawn',
        subject: { type: 'staff', id },
        changes: { leavesOn: { from: leavesOn, to: endedBefore } },
      });
      return { items };
    });
  }

  /** Sessions, tokens, and what the leaver answered for: a machine that nobody accepted yet stands still. */
  private async endAccess(
    tx: Transaction<StaffActor>,
    id: string,
    at: { readonly atSiteOnly: boolean },
  ): Promise<void> {
    await this.signIns.endSessions(tx, id, { machinesToo: true, ...at });
    const { organisationId } = tx.actor;
    for (const account of await this.machines.endOwner(tx, id, at))
      tx.send(
        tellMessage({
          kind: 'machine_without_owner',
          subjectType: 'machine_account',
          subjectId: account,
          to: [{ role: 'site_administrator', organisationId }],
        }),
      );
  }

  /** @param end writes the end itself and answers the one that was on record before */
  private register(
    actor: StaffActor,
    id: string,
    scope: DepartureScope,
    input: Departure,
    end: (tx: Transaction<StaffActor>) => Promise<RegisteredDeparture['endedBefore']>,
  ): Promise<{ items: DepartureLine[] }> {
    refuseBlocked(id === actor.staffId ? [{ code: 'own_departure' }] : []);
    const { leavesOn } = input;
    return this.work.write(actor, { purpose: `staff.leave_${scope}` }, async (tx) => {
      await this.departures.lockOrganisation(tx);
      await this.staff.get(tx, id);
      refuseBlocked(lastAdministratorReasons(await this.departures.administrators(tx), id));
      const entries = (await this.held.of(tx, id)).filter(({ work }) => goesWithDeparture(work, leavesOn, tx.today));
      const held = entries.map(({ work }) => work);
      const choice = choiceOf(input);
      const successors = await this.departures.successors(tx, id);
      const endedBefore = await end(tx);
      refuseInvalid(successionProblems(held, choice, { successors, leavesOn }));

      const lines: DepartureLine[] = [];
      const passed: PassedItem[] = [];
      for (const { work, successorId } of successionOf(held, choice)) {
        const entry = entries.find((one) => one.work === work);
        const outcome = await entry?.passOn(tx, { staffId: id, successorId, leavesOn });
        if (!outcome?.done) throw new Blocked([{ code: 'held_work_changed' }]);
        const { kind, caseId, number, role, dueOn } = work;
        passed.push({ kind, subjectId: work.id, successorId, startedId: outcome.startedId });
        const result = resultOf(kind, successorId, outcome.startedId);
        lines.push({ kind, id: work.id, caseId, number, role, dueOn, successorId, result });
      }
      await this.departures.write(tx, id, { scope, leavesOn, endedBefore }, passed);
      return { items: lines };
    });
  }
}

function resultOf(
  kind: HeldWork['kind'],
  successorId: string | null,
  startedId: string | null,
): DepartureLine['result'] {
  if (successorId === null) return 'unattended';
  return kind === 'assignment' && startedId === null ? 'ended' : 'handed_over';
}

function choiceOf({ successorStaffId, toQueue, each }: Departure): SuccessionChoice {
  return {
    each: (each ?? []).map(({ kind, id, staffId }) => ({ kind, id, staffId: staffId ?? null })),
    rest: successorStaffId ?? null,
    toQueue: toQueue ?? false,
  };
}
