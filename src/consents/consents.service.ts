import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import {
  answeredBy,
  confirmableUntil,
  confirmationProblems,
  confirmationReasons,
  type Consent,
  consentProblems,
  grantsConfirmed,
  type Opening,
  openingOf,
  remainingAfter,
  remainingProblems,
  waitsFor,
  withdrawnWith,
  withdrawalProblems,
  withdrawalReasons,
} from '#domain/consent';
import { categoriesProposed, categoriesShared, type SharingCategory } from '#domain/sharing';
import { InvalidInput, refuseBlocked, refuseInvalid } from '#kernel';
import { JobseekersRepository, SharingGrantsRepository } from '../jobseekers/index.js';
import { refuseUnlikelyDay, SitesRepository } from '../organisations/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConsentEntity } from './consent.entity.js';
import { type AskedConsent, ConsentsRepository, type RecordedConsent } from './consents.repository.js';
import { SharingLifecycle } from './sharing-lifecycle.js';
import type { ConfirmConsent } from './dto/confirm-consent.dto.js';
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
    private readonly sharing: SharingLifecycle,
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
      const { guardianAges } = site;
      refuseInvalid(consentProblems(consent, { today: tx.today, person, organisationId, guardianAges }));
      refuseUnlikelyDay(givenOn, 'givenOn', tx.today, site.openedOn);
      if (sharedWithOrganisationId !== null && !site.organisations.some(({ id }) => id === sharedWithOrganisationId)) {
        throw new InvalidInput([{ field: 'sharedWithOrganisationId', code: 'not_one_of' }]);
      }

      const id = uuid();
      const guardianAge = guardianAges[kind];
      const given = { ...consent, guardianAge, organisationId, withdrawnOn: null };
      const { grants, asks } = await this.openingOf(tx, jobseekerId, given);
      const row = {
        ...terms,
        guardianAge,
        sharedWithOrg: sharedWithOrganisationId,
        ...(asks ? { otherSide: 'waiting' as const, otherSideUntil: confirmableUntil(tx.today) } : {}),
      };
      await tx.insert(ConsentEntity, { id, siteId: actor.siteId, orgId: organisationId, jobseekerId, ...row });
      await this.consents.open(tx, { id, jobseekerId }, grants, actor.siteId);
      await this.answer(tx, jobseekerId, given);
      tx.record({
        kind: 'consent.given',
        subject: { type: 'consent', id },
        jobseekerId,
        occurredOn: givenOn,
        data: {
          kind,
          method,
          endsOn,
          organisationId: sharedWithOrganisationId === null ? null : organisationId,
          sharedWithOrganisationId,
          categories,
          byGuardian: guardianName !== null,
        },
      });
      if (asks)
        tx.record({
          kind: 'sharing.asked',
          subject: { type: 'consent', id },
          jobseekerId,
          occurredOn: tx.today,
          data: { kind, sharedWithOrganisationId },
        });
      return { id };
    });
  }

  /** What a new consent opens; of two at once the second is not the first any more. */
  private async openingOf(tx: Transaction, jobseekerId: string, given: Consent): Promise<Opening> {
    const other = given.sharedWithOrganisationId;
    if (other === null) return { grants: [], asks: false };
    await this.jobseekers.lock(tx, jobseekerId);
    return openingOf(given, await this.grants.between(tx, jobseekerId, other), tx.today);
  }

  /** Whoever records a consent itself has answered what the other organisation asked. */
  private async answer(tx: Transaction, jobseekerId: string, given: Consent): Promise<void> {
    if (given.kind !== 'sharing') return;
    for (const { id, version } of answeredBy(given, await this.consents.of(tx, jobseekerId), tx.today))
      await tx.update(ConsentEntity, id, version, { otherSide: 'recorded_itself', otherSideDecidedOn: tx.today });
  }

  /** The consents that wait for the actor's organisation to open its own records by them. */
  async toConfirm(actor: StaffActor): Promise<AskedConsent[]> {
    return this.work.read(actor, (tx) => this.asked(tx));
  }

  /** How many they are, in the caller's transaction. */
  async confirmationsWaiting(tx: Transaction<StaffActor>): Promise<number> {
    return (await this.asked(tx)).length;
  }

  private async asked(tx: Transaction<StaffActor>): Promise<AskedConsent[]> {
    const { siteId, organisationId } = tx.actor;
    const asked = await this.consents.waitingFor(tx, siteId, organisationId);
    return asked.filter((consent) => waitsFor(consent, organisationId, tx.today));
  }

  /**
   * Opens the own organisation's records by a consent that another recorded, or says why not.
   * @throws NotFound; Blocked `nothing_to_confirm`, `confirmation_decided`, `confirmation_lapsed`, `consent_already_withdrawn`; InvalidInput; StaleEdit
   */
  async confirm(actor: StaffActor, id: string, { decision, reason = '', version }: ConfirmConsent): Promise<void> {
    await this.work.write(actor, { purpose: 'consent.confirm' }, async (tx) => {
      await this.jobseekers.lock(tx, (await this.consents.find(tx, id)).jobseekerId);
      const consent = await this.consents.find(tx, id);
      const { jobseekerId, organisationId } = consent;
      refuseBlocked(confirmationReasons(consent, actor.organisationId, tx.today));
      refuseInvalid(confirmationProblems(decision, reason));
      await tx.update(ConsentEntity, id, version, {
        otherSide: decision,
        otherSideDecidedOn: tx.today,
        otherSideReason: decision === 'declined' ? reason : null,
      });
      if (decision === 'confirmed')
        await this.consents.open(tx, consent, grantsConfirmed(consent, actor.organisationId, tx.today), actor.siteId);
      tx.record({
        kind: decision === 'confirmed' ? 'sharing.confirmed' : 'sharing.declined',
        subject: { type: 'consent', id },
        jobseekerId,
        occurredOn: tx.today,
        data: { kind: 'sharing', sharedWithOrganisationId: organisationId },
      });
    });
  }

  /**
   * Takes back this consent and with it every other of its kind that was given by that day between the same organisations. What was signed later is
   * taken back from today or kept, as is said.
   * @throws NotFound; Blocked `consent_already_withdrawn`; InvalidInput, where something stays in force `remaining_undecided`; StaleEdit
   */
  async withdraw(actor: StaffActor, id: string, input: WithdrawConsent): Promise<void> {
    const { withdrawnOn, reason, version, remaining = null } = input;
    await this.work.write(actor, { purpose: 'consent.withdraw' }, async (tx) => {
      // Of two at once the second sees what the first has taken back, and says so.
      await this.jobseekers.lock(tx, (await this.consents.find(tx, id)).jobseekerId);
      const consent = await this.consents.find(tx, id);
      refuseBlocked(withdrawalReasons(consent));
      refuseInvalid(withdrawalProblems(consent, withdrawnOn, tx.today));
      const all = await this.consents.of(tx, consent.jobseekerId);
      const later = remainingAfter(consent, all, withdrawnOn, tx.today);
      refuseInvalid(remainingProblems(later, remaining));
      const takenBack = [
        ...withdrawnWith(consent, all, withdrawnOn).map((each) => ({ ...each, withdrawnOn })),
        ...(remaining === 'withdrawn' ? later.map((each) => ({ ...each, withdrawnOn: tx.today })) : []),
      ];
      // The consents first: once the grants have ended, an organisation that saw the person by them sees neither.
      for (const each of takenBack)
        await tx.update(ConsentEntity, each.id, each.id === id ? version : each.version, {
          withdrawnOn: each.withdrawnOn,
          withdrawalReason: reason,
        });
      for (const each of takenBack) {
        await this.grants.endOfConsent(tx, each.id, each.withdrawnOn);
        tx.record({
          kind: 'consent.withdrawn',
          subject: { type: 'consent', id: each.id },
          jobseekerId: each.jobseekerId,
          occurredOn: each.withdrawnOn,
          data: {
            kind: each.kind,
            organisationId: each.kind === 'sharing' ? each.organisationId : null,
            sharedWithOrganisationId: each.sharedWithOrganisationId,
          },
        });
      }
      if (consent.kind === 'sharing')
        await this.sharing.ended(tx, { jobseekerId: consent.jobseekerId, on: withdrawnOn });
    });
  }

  /** The categories that the form begins with: those of the programme in which the person is helped. @throws NotFound (person) */
  async proposed(actor: StaffActor, jobseekerId: string): Promise<readonly SharingCategory[]> {
    return this.work.read(actor, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      const programmeId = await this.consents.programmeOf(tx, jobseekerId);
      const { programmes } = await this.sites.current(tx);
      return categoriesProposed(programmes.find(({ id }) => id === programmeId)?.usualCategories ?? []);
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
