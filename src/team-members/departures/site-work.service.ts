import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { SitesRepository } from '../../organisations/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { SiteAssignment } from '../dto/staff.dto.js';
import { StaffEntity } from '../staff.entity.js';
import { StaffRepository } from '../staff.repository.js';

/** この拠点での勤務の開始. */
@Injectable()
export class SiteWorkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly staff: StaffRepository,
  ) {}

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
