import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import {
  endedBy,
  narrowingProblems,
  narrowingReasons,
  remainingAfter,
  remainingProblems,
  withdrawnWith,
} from '#domain/consent';
import { type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import { type IsoDate, refuseBlocked, refuseInvalid } from '#kernel';
import { JobseekersRepository, SharingGrantsRepository } from '../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsRepository, type RecordedConsent } from './consents.repository.js';
import type { NarrowConsent } from './dto/narrow-consent.dto.js';
import { SharingLifecycle } from './sharing-lifecycle.js';

/** 共有する内容の見直し: single categories of a consent end, or one of before there was a choice is confirmed (要確認). */
@Injectable()
export class ConsentNarrowingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly consents: ConsentsRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly sharing: SharingLifecycle,
  ) {}

  /**
   * Leaves categories out of a consent, and of every other between the same organisations that was given by that day.
   * @throws NotFound; Blocked `nothing_narrowed`, `consent_already_withdrawn`, `consent_expired`, `nothing_shared`; InvalidInput; StaleEdit
   */
  async narrow(actor: StaffActor, id: string, input: NarrowConsent): Promise<void> {
    const { categories, narrowedOn, reason = '', remaining = null, version } = input;
    await this.work.write(actor, { purpose: 'consent.narrow' }, async (tx) => {
      await this.jobseekers.lock(tx, (await this.consents.find(tx, id)).jobseekerId);
      const consent = await this.consents.find(tx, id);
      const { jobseekerId } = consent;
      const toConfirm = (await this.grants.toConfirm(tx, jobseekerId)).has(id);
      refuseBlocked(narrowingReasons(consent, categories, { toConfirm, today: tx.today }));
      refuseInvalid(narrowingProblems(consent, { categories, narrowedOn, reason }, tx.today));
      const ended = endedBy(consent, categories);
      const all = await this.consents.of(tx, jobseekerId);
      const holdsAny = (other: RecordedConsent): boolean =>
        ended.some((category) => other.categories.includes(category));
      const later = remainingAfter(consent, all, narrowedOn, tx.today).filter(holdsAny);
      refuseInvalid(remainingProblems(later, remaining));

      const others = withdrawnWith(consent, all, narrowedOn).filter((other) => other.id !== id && holdsAny(other));
      await this.leaveOut(tx, { ...consent, version }, ended, narrowedOn);
      for (const other of others) await this.leaveOut(tx, other, ended, narrowedOn);
      if (remaining === 'withdrawn') for (const other of later) await this.leaveOut(tx, other, ended, tx.today);
      await this.grants.confirm(tx, id);
      if (ended.length > 0) await this.sharing.ended(tx, { jobseekerId, on: narrowedOn });
    });
  }

  private async leaveOut(
    tx: Transaction<StaffActor>,
    { id, version, jobseekerId, categories, organisationId, sharedWithOrganisationId }: RecordedConsent,
    ended: readonly SharingCategory[],
    on: IsoDate,
  ): Promise<void> {
    const kept = SHARING_CATEGORIES.filter((category) => categories.includes(category) && !ended.includes(category));
    await tx.update(ConsentEntity, id, version, { categories: kept });
    await this.grants.endOfCategories(tx, id, ended, on);
    const actor = tx.actor.organisationId;
    tx.record({
      kind: ended.length === 0 ? 'consent.confirmed' : 'consent.narrowed',
      subject: { type: 'consent', id },
      jobseekerId,
      occurredOn: on,
      // Told to the other of the two, whichever wrote the consent down.
      data: {
        kind: 'sharing',
        organisationId: actor,
        sharedWithOrganisationId: organisationId === actor ? sharedWithOrganisationId : organisationId,
        categories: ended,
      },
      changes: { categories: { from: categories, to: kept } },
    });
  }
}
