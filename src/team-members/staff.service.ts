import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { differences, InvalidInput, isKana, refuseBlocked, refuseInvalid, toKatakana } from '#kernel';
import { lastAdministratorReasons } from '#domain/organisation';
import { SitesRepository } from '../organisations/index.js';
import { tellMessage, type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { hashPassword, newPasswordProblems, SignInsRepository } from '../auth/index.js';
import { DeparturesRepository } from './departures/departures.repository.js';
import type { EditStaff, RegisterStaff, StaffFields } from './dto/staff.dto.js';
import { StaffEntity } from './staff.entity.js';
import { type Colleague, type ManagedStaff, StaffRepository } from './staff.repository.js';

/** 職員: registered, edited and given their sign-in by an administrator of their own organisation. */
@Injectable()
export class StaffService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly staff: StaffRepository,
    private readonly departures: DeparturesRepository,
    private readonly signIns: SignInsRepository,
  ) {}

  /** Who works at the site today, of both sides. */
  colleagues(actor: StaffActor): Promise<Colleague[]> {
    return this.work.read(actor, (tx) => this.staff.colleagues(tx));
  }

  /** Everyone of the actor's organisation, leavers last. */
  managed(actor: StaffActor): Promise<ManagedStaff[]> {
    return this.work.read(actor, (tx) => this.staff.managed(tx));
  }

  /** @throws NotFound when the person is not of the actor's organisation */
  get(actor: StaffActor, id: string): Promise<ManagedStaff> {
    return this.work.read(actor, (tx) => this.staff.get(tx, id));
  }

  /**
   * The password is the administrator's to hand over; its holder changes it at the first sign-in.
   * @throws InvalidInput `login_taken`, `not_kana`, `not_one_of` (desk), `before_site_opened`, problems of the password
   */
  async register(actor: StaffActor, input: RegisterStaff, idempotencyKey?: string): Promise<{ id: string }> {
    refuseInvalid(newPasswordProblems('password', input));
    const hash = await hashPassword(input.password);
    return this.work.write(actor, { purpose: 'staff.register', idempotencyKey }, async (tx) => {
      await this.refuseInvalidStaff(tx, input);
      const id = uuid();
      const startsOn = input.startsOn ?? tx.today;
      await this.insert(tx, id, input, startsOn);
      await this.signIns.give(tx, id, hash);
      await this.staff.startAtSite(tx, id, startsOn, input.deskId ?? null);
      tx.record({ kind: 'staff.registered', subject: { type: 'staff', id } });
      if (input.role === 'site_administrator') this.tellOfAdministrator(tx, id);
      return { id };
    });
  }

  /** @throws StaleEdit; Blocked `last_administrator`; InvalidInput as above and `own_role`; NotFound */
  async edit(actor: StaffActor, id: string, { version, deskId, ...input }: EditStaff): Promise<void> {
    await this.work.write(actor, { purpose: 'staff.edit' }, async (tx) => {
      const before = await this.staff.get(tx, id);
      // Otherwise an organisation could lose its last administrator by a slip.
      if (id === actor.staffId && input.role !== before.role)
        throw new InvalidInput([{ field: 'role', code: 'own_role' }]);
      if (before.role === 'site_administrator' && input.role !== before.role) {
        await this.departures.lockOrganisation(tx);
        refuseBlocked(lastAdministratorReasons(await this.departures.administrators(tx), id));
      }
      await this.refuseInvalidStaff(tx, { ...input, deskId });
      const after = {
        name: input.name,
        nameKana: toKatakana(input.nameKana),
        title: input.title ?? '',
        role: input.role,
      };
      await tx.update(StaffEntity, id, version, after);
      const desk = deskId ?? null;
      if (before.atSite && before.atSite.deskId !== desk) await this.staff.moveToDesk(tx, id, before.atSite, desk);
      tx.record({
        kind: 'staff.edited',
        subject: { type: 'staff', id },
        changes: differences({ ...before, deskId: before.atSite?.deskId ?? null }, { ...after, deskId: desk }),
      });
      if (after.role === 'site_administrator' && before.role !== after.role) this.tellOfAdministrator(tx, id);
    });
  }

  /** Lets a locked-out person try again at once. */
  async unlock(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'staff.unlock' }, async (tx) => {
      await this.staff.get(tx, id);
      await this.signIns.unlock(tx, id);
      tx.record({ kind: 'staff.unlocked', subject: { type: 'staff', id } });
      tx.send(tellMessage({ kind: 'unlocked', subjectType: 'staff', subjectId: id, to: [{ staffId: id }] }));
    });
  }

  /** Who administers an organisation is nobody's secret among those who do. */
  private tellOfAdministrator(tx: Transaction<StaffActor>, id: string): void {
    tx.send(
      tellMessage({
        kind: 'administrator_added',
        subjectType: 'staff',
        subjectId: id,
        to: [{ role: 'site_administrator', organisationId: tx.actor.organisationId }],
        except: tx.actor.staffId,
      }),
    );
  }

  private async insert(
    tx: Transaction<StaffActor>,
    id: string,
    input: RegisterStaff,
    employedFrom: string,
  ): Promise<void> {
    // The login may be taken by somebody out of sight: the index knows, and tells no more than that.
    const inserted = await tx.sql(
      `INSERT INTO staff (id, organisation_id, login, name, name_kana, title, role, employed_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (login) DO NOTHING RETURNING id`,
      [
        id,
        tx.actor.organisationId,
        input.login,
        input.name,
        toKatakana(input.nameKana),
        input.title ?? '',
        input.role,
        employedFrom,
      ],
    );
    if (inserted.length === 0) throw new InvalidInput([{ field: 'login', code: 'login_taken' }]);
  }

  private async refuseInvalidStaff(
    tx: Transaction,
    { nameKana, deskId, startsOn }: Pick<StaffFields, 'nameKana' | 'deskId'> & { startsOn?: string },
  ): Promise<void> {
    const site = await this.sites.current(tx);
    const knowsDesk = deskId === undefined || site.desks.some(({ id }) => id === deskId);
    refuseInvalid([
      ...(isKana(nameKana) ? [] : [{ field: 'nameKana', code: 'not_kana' }]),
      ...(knowsDesk ? [] : [{ field: 'deskId', code: 'not_one_of' }]),
      ...(startsOn !== undefined && startsOn < site.openedOn
        ? [{ field: 'startsOn', code: 'before_site_opened' }]
        : []),
    ]);
  }
}
