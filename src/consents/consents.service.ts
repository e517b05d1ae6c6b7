import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { consentProblems, withdrawnWith, withdrawalProblems, withdrawalReasons } from '#domain/consent';
import { categoriesShared } from '#domain/sharing';
import { InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { JobseekersRepository, SharingGrantsRepository } from '../jobseekers/index.js';
import { refuseUnlikelyDay, SitesRepository } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsRepository, type RecordedConsent } from './consents.repository.js';
import type { RecordConsent } from './dto/record-consent.dto.js';
import type { WithdrawConsent } from './dto/withdraw-consent.dto.js';

/** 同意の記録と撤回. A consent to share opens the categories it names to both organisations, its withdrawal closes them. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly consents: ConsentsRepository,
    private readonly grants: SharingGrantsRepository,
  ) {}

  /** @throws NotFound (person); InvalidInput, for sharing nothing `categories_required`, for a minor `guardian_required` */
  async record(
    actor: StaffActor,
    jobseekerId: string,
    input: RecordConsent,
    idempotencyKey?: string,
  ): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'consent.record', idempotencyKey }, async (tx) => {
      const person = await this.jobseekers.find(tx, jobseekerId);
      const site = await this.sites.current(tx);
      const organisationId = actor.organisationId;
      const sharedWithOrganisationId = input.kind === 'sharing' ? (input.sharedWithOrganisationId ?? null) : null;
      const { kind, purpose, covers = '', method, givenOn, endsOn = null, guardianName = null } = input;
      const categories = kind === 'sharing' ? categoriesShared(input.categories ?? []) : [];
      const terms = { kind, purpose, covers, categories, method, givenOn, endsOn, guardianName };
      const consent = { ...terms, sharedWithOrganisationId };
      refuseInvalid(consentProblems(consent, { today: tx.today, person, organisationId }));
      refuseUnlikelyDay(givenOn, 'givenOn', tx.today, site.openedOn);
      if (sharedWithOrganisationId !== null && !site.organisations.some(({ id }) => id === sharedWithOrganisationId)) {
        throw new InvalidInput([{ field: 'sharedWithOrganisationId', code: 'not_one_of' }]);
      }

      const id = uuid();
      const row = { ...terms, sharedWithOrg: sharedWithOrganisationId };
      await tx.insert(ConsentEntity, { id, siteId: actor.siteId, orgId: organisationId, jobseekerId, ...row });
      await this.consents.open(tx, { ...consent, id, jobseekerId, organisationId, withdrawnOn: null }, actor.siteId);
      tx.record({
        kind: 'consent.given',
        subject: { type: 'consent', id },
        jobseekerId,
        occurredOn: givenOn,
        data: { kind, method, endsOn, sharedWithOrganisationId, categories, byGuardian: guardianName !== null },
      });
      return { id };
    });
  }

  /**
   * Takes back this consent and with it every other of its kind between the same organisations.
   * @throws NotFound; Blocked `consent_already_withdrawn`; InvalidInput; StaleEdit
   */
  async withdraw(actor: StaffActor, id: string, { withdrawnOn, reason, version }: WithdrawConsent): Promise<void> {
    await this.work.write(actor, { purpose: 'consent.withdraw' }, async (tx) => {
      // Of two at once the second sees what the first has taken back, and says so.
      await this.jobseekers.lock(tx, (await this.consents.find(tx, id)).jobseekerId);
      const consent = await this.consents.find(tx, id);
      refuseBlocked(withdrawalReasons(consent));
      refuseInvalid(withdrawalProblems(consent, withdrawnOn, tx.today));
      const takenBack = withdrawnWith(consent, await this.consents.of(tx, consent.jobseekerId), withdrawnOn);
      // The consents first: once the grants have ended, an organisation that saw the person by them sees neither.
      for (const each of takenBack)
        await tx.update(ConsentEntity, each.id, each.id === id ? version : each.version, {
          withdrawnOn,
          withdrawalReason: reason,
        });
      for (const each of takenBack) {
        await this.grants.endOfConsent(tx, each.id, withdrawnOn);
        tx.record({
          kind: 'consent.withdrawn',
          subject: { type: 'consent', id: each.id },
          jobseekerId: each.jobseekerId,
          occurredOn: withdrawnOn,
          data: { kind: each.kind, sharedWithOrganisationId: each.sharedWithOrganisationId },
        });
      }
    });
  }

  /** Everything a person agreed to, newest first. */
  async of(actor: StaffActor, jobseekerId: string): Promise<RecordedConsent[]> {
    return this.work.read(actor, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      return this.consents.of(tx, jobseekerId);
    });
  }
}
