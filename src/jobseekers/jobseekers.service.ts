import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import {
  lastWritten,
  membershipProblems,
  type PersonFacts,
  personProblems,
  protectionProblems,
} from '#domain/jobseeker';
import type { SharingCategory } from '#domain/sharing';
import { differences, type FieldError, isSame, NeedsConfirmation, refuseInvalid, toKatakana } from '#kernel';
import { refuseUnlikelyDay, type Site, SitesRepository } from '../organisations/index.js';
import { UnitOfWork } from '../platform/unit-of-work/index.js';
import type { EditJobseeker } from './dto/edit-jobseeker.dto.js';
import type { PersonFields } from './dto/person-fields.dto.js';
import type { RegisterJobseeker } from './dto/register-jobseeker.dto.js';
import { PAGE_SIZE, type SearchJobseekers } from './dto/search-jobseekers.dto.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { GroupMembershipEntity } from './records/group-membership.entity.js';
import { JobseekerEntity, JobseekerIdentityEntity } from './jobseeker.entity.js';
import {
  type IdentityOffer,
  type Jobseeker,
  JobseekersRepository,
  type PersonIdentity,
} from './jobseekers.repository.js';
import {
  type BenefitRecord,
  type MembershipRecord,
  PersonRecordsRepository,
  type WishRecord,
} from './records/person-records.repository.js';
import { ProtectionService } from './protection.service.js';
import { SharingGrantsRepository } from './sharing-grants.repository.js';
import { kanaKeyOf } from './search-keys.js';
import { type FoundPage, SearchRepository } from './search.repository.js';

export interface PersonFile {
  readonly person: Jobseeker;
  /** 共有の区分 in which whoever registered the person shares with the actor; of the others a null tells nothing. */
  readonly inSight: readonly SharingCategory[];
  /** How other organisations know the person, where it differs and was not looked at yet. */
  readonly offers: readonly IdentityOffer[];
  readonly groups: readonly MembershipRecord[];
  readonly wishes: readonly WishRecord[];
  readonly benefits: readonly BenefitRecord[];
}

/** 求職者の登録と変更. */
@Injectable()
export class JobseekersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly duplicates: DuplicatesService,
    private readonly protection: ProtectionService,
    private readonly records: PersonRecordsRepository,
    private readonly found: SearchRepository,
    private readonly grants: SharingGrantsRepository,
  ) {}

  /**
   * Registers a person, with the groups and the protection that hold from the first day.
   * @throws InvalidInput; NeedsConfirmation `likely_duplicate` with {@link LikelyDuplicate}s until `confirmDuplicate`
   */
  async register(
    actor: StaffActor,
    input: RegisterJobseeker,
    idempotencyKey?: string,
  ): Promise<{ id: string; number: string }> {
    return this.work.write(actor, { purpose: 'jobseeker.register', idempotencyKey }, async (tx) => {
      const site = await this.sites.current(tx);
      const registeredOn = input.registeredOn ?? tx.today;
      refuseInvalid(registrationFormProblems(input, registeredOn, tx.today, site));
      refuseUnlikelyDay(registeredOn, 'registeredOn', tx.today, site.openedOn);
      const { identity, facts } = personOf(input);
      const { likely, seen } = await this.duplicates.compare(tx, { ...identity, ...facts }, site.id);
      if (likely.length > 0 && !input.confirmDuplicate) throw new NeedsConfirmation('likely_duplicate', likely);

      const id = uuid();
      const number = await this.jobseekers.freshNumber(tx);
      const owned = { siteId: site.id, orgId: actor.organisationId };
      await tx.insert(JobseekerEntity, { id, ...owned, number, registeredOn });
      await tx.insert(JobseekerIdentityEntity, {
        id: uuid(),
        ...owned,
        jobseekerId: id,
        basis: 'registered',
        ...identity,
      });
      const shown = lastWritten([]);
      await this.jobseekers.writeFacts(tx, { id, siteId: site.id }, actor.organisationId, { shown, typed: facts });
      const known = { id, siteId: site.id, number, helloWorkNumber: null, ...identity };
      await this.jobseekers.index(tx, known, actor.organisationId);
      await tx.insert(
        GroupMembershipEntity,
        input.groups.map((groupCode) => ({ id: uuid(), ...owned, jobseekerId: id, groupCode, startsOn: registeredOn })),
      );
      await this.duplicates.wantLook(tx, id, seen);
      tx.record({
        kind: 'jobseeker.registered',
        subject: { type: 'jobseeker', id },
        jobseekerId: id,
        occurredOn: registeredOn,
      });
      if (input.protectedFrom !== undefined) await this.protection.begin(tx, id, input.protectedFrom);
      return { id, number };
    });
  }

  /**
   * Writes what was changed of the person's fields, on the version that was read: as the own organisation knows them. What another wrote stays its own,
   * also where it is not in sight.
   * @throws NotFound; InvalidInput; StaleEdit with who of those in sight saved in between
   */
  async edit(actor: StaffActor, id: string, input: EditJobseeker): Promise<void> {
    await this.work.write(actor, { purpose: 'jobseeker.edit' }, async (tx) => {
      await this.jobseekers.lock(tx, id);
      const before = await this.jobseekers.find(tx, id);
      const { identity, facts } = personOf(input);
      refuseInvalid(personProblems(identity, tx.today));
      await this.jobseekers.refuseStale(tx, before, input.version);
      await this.jobseekers.writeFacts(tx, before, actor.organisationId, { shown: before, typed: facts });
      await this.jobseekers.rename(tx, id, identity);
      const after = { ...before, ...identity, ...facts };
      await this.jobseekers.index(tx, after, actor.organisationId);
      if (!isSame({ ...before, ...identity }, before)) {
        const { seen } = await this.duplicates.compare(tx, after, before.siteId);
        await this.duplicates.wantLook(tx, id, seen);
      }
      tx.record({
        kind: 'jobseeker.edited',
        subject: { type: 'jobseeker', id },
        jobseekerId: id,
        changes: differences(before, after),
      });
    });
  }

  /** @throws NotFound when the actor may not know of the person */
  async get(actor: StaffActor, id: string): Promise<Jobseeker> {
    return this.work.read(actor, (tx) => this.jobseekers.find(tx, id));
  }

  /** The person with all that is dated about them, as far as the actor may see it. */
  async file(actor: StaffActor, id: string): Promise<PersonFile> {
    return this.work.read(actor, async (tx) => {
      const person = await this.jobseekers.find(tx, id);
      return {
        person,
        inSight: [...(await this.grants.inSight(tx, person))],
        offers: await this.jobseekers.offers(tx, id),
        groups: await this.records.groups(tx, id),
        wishes: await this.records.wishes(tx, id),
        benefits: await this.records.benefits(tx, id),
      };
    });
  }

  /** Persons the actor may see, by kana prefix, part of the written name or number; the most recently changed for an empty query. */
  async search(actor: StaffActor, { q = '', limit = PAGE_SIZE, cursor }: SearchJobseekers): Promise<FoundPage> {
    return this.work.read(actor, (tx) => this.found.search(tx, actor.siteId, q, limit, cursor));
  }
}

/** The fields as stored: names as typed, readings in katakana, what is missing as null. */
function personOf(input: PersonFields): { identity: PersonIdentity; facts: PersonFacts } {
  const { familyName, givenName } = input;
  const kana = { familyKana: toKatakana(input.familyKana), givenKana: toKatakana(input.givenKana) };
  const identity = {
    familyName,
    givenName,
    ...kana,
    kanaKey: kanaKeyOf(kana),
    formerName: input.formerName ?? null,
    birthDate: input.birthDate ?? null,
    ageBand: input.ageBand ?? null,
  };
  const facts = {
    address: input.address ?? null,
    phone: input.phone ?? null,
    safeContact: input.safeContact ?? null,
    nationality: input.nationality ?? null,
    japaneseSpeaking: input.japaneseSpeaking ?? null,
    japaneseReading: input.japaneseReading ?? null,
    interpreterLanguage: input.interpreterLanguage ?? null,
    healthNote: input.healthNote ?? null,
    householdNote: input.householdNote ?? null,
    lastJob: input.lastJob ?? null,
    leftJobOn: input.leftJobOn ?? null,
    education: input.education ?? null,
    licences: input.licences ?? null,
    arrivedBy: input.arrivedBy ?? null,
    guardianName: input.guardianName ?? null,
  };
  return { identity, facts };
}

function registrationFormProblems(
  input: RegisterJobseeker,
  registeredOn: string,
  today: string,
  site: Site,
): FieldError[] {
  const groups = site.targetGroups.map(({ code }) => code);
  const memberships = input.groups.flatMap((groupCode, index) => {
    const earlier = input.groups
      .slice(0, index)
      .map((code) => ({ groupCode: code, startsOn: registeredOn, endsOn: null }));
    return membershipProblems({ groupCode, startsOn: registeredOn, endsOn: null }, earlier, groups);
  });
  return [
    ...personProblems(personOf(input).identity, today),
    ...memberships.map((problem) => ({ ...problem, field: 'groups' })),
    ...(input.protectedFrom === undefined
      ? []
      : protectionProblems(input.protectedFrom, today).map((problem) => ({ ...problem, field: 'protectedFrom' }))),
  ];
}
