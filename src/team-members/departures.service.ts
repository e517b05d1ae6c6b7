import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { SitesRepository } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { Departure, SiteAssignment } from './dto/staff.dto.js';
import { StaffEntity } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';

/** 離任・異動: who leaves loses access on that day, also in sessions that are open. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly staff: StaffRepository,
  ) {}

  /**
   * Leaves the organisation: every site, every session, every token.
   * @throws Blocked `own_departure`; InvalidInput `before_employment`; StaleEdit; NotFound
   */
  async leaveOrganisation(actor: StaffActor, id: string, { leavesOn, version }: Departure): Promise<void> {
    refuseBlocked(id === actor.staffId ? [{ code: 'own_departure' }] : []);
    await this.work.write(actor, { purpose: 'staff.leave' }, async (tx) => {
      const before = await this.staff.get(tx, id);
      refuseInvalid(notBefore('leavesOn', leavesOn, before.employedFrom, 'before_employment'));
      await tx.update(StaffEntity, id, version, { employedUntil: leavesOn });
      if (leavesOn <= tx.today) await this.staff.endSessions(tx, id, { tokensToo: true });
      tx.record({
        kind: 'staff.left',
        subject: { type: 'staff', id },
        changes: { employedUntil: { from: before.employedUntil, to: leavesOn } },
      });
    });
  }

  /**
   * Leaves this site and stays in the organisation.
   * @throws Blocked `own_departure`, `not_at_site`; InvalidInput `before_employment`; StaleEdit; NotFound
   */
  async leaveSite(actor: StaffActor, id: string, { leavesOn, version }: Departure): Promise<void> {
    refuseBlocked(id === actor.staffId ? [{ code: 'own_departure' }] : []);
    await this.work.write(actor, { purpose: 'staff.leave_site' }, async (tx) => {
      const { atSite } = await this.staff.get(tx, id);
      refuseBlocked(atSite === null ? [{ code: 'not_at_site' }] : []);
      refuseInvalid(notBefore('leavesOn', leavesOn, atSite?.startsOn, 'before_employment'));
      await tx.update(StaffEntity, id, version, {});
      await this.staff.endAtSite(tx, id, leavesOn);
      tx.record({
        kind: 'staff.left_site',
        subject: { type: 'staff', id },
        changes: { endsOn: { from: atSite?.endsOn ?? null, to: leavesOn } },
      });
    });
  }

  /**
   * Begins (again) at this site: somebody of the organisation from elsewhere, or who had left.
   * @throws Blocked `already_at_site`, `has_left`; InvalidInput `before_site_opened`, `not_one_of`; StaleEdit; NotFound
   */
  async joinSite(actor: StaffActor, id: string, { startsOn, deskId, version }: SiteAssignment): Promise<void> {
    await this.work.write(actor, { purpose: 'staff.join_site' }, async (tx) => {
      const { atSite, employedUntil } = await this.staff.get(tx, id);
      const goesOn = atSite !== null && (atSite.endsOn === null || atSite.endsOn > startsOn);
      refuseBlocked([
        ...(goesOn ? [{ code: 'already_at_site' }] : []),
        ...(employedUntil !== null && employedUntil <= startsOn ? [{ code: 'has_left' }] : []),
      ]);
      const site = await this.sites.current(tx);
      refuseInvalid([
        ...notBefore('startsOn', startsOn, site.openedOn, 'before_site_opened'),
        ...(deskId === undefined || site.desks.some((desk) => desk.id === deskId)
          ? []
          : [{ field: 'deskId', code: 'not_one_of' }]),
      ]);
      await tx.update(StaffEntity, id, version, {});
      await this.staff.startAtSite(tx, id, startsOn, deskId ?? null);
      tx.record({
        kind: 'staff.joined_site',
        subject: { type: 'staff', id },
        changes: { startsOn: { from: null, to: startsOn } },
      });
    });
  }
}
