import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffActor } from '#access';
import { notInFuture } from '#domain/fields';
import { membershipProblems } from '#domain/jobseeker';
import { NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { SitesRepository } from '../../organisations/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import type { AddGroup, EndGroup } from '../dto/group.dto.js';
import { GroupMembershipEntity } from './group-membership.entity.js';
import { JobseekersRepository } from '../jobseekers.repository.js';
import { PersonRecordsRepository } from './person-records.repository.js';

/** 対象者区分: dated membership; it begins and ends, and is never overwritten. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sites: SitesRepository,
    private readonly jobseekers: JobseekersRepository,
    private readonly records: PersonRecordsRepository,
  ) {}

  /** @throws NotFound (person); InvalidInput, also when the person is in the group at that time already */
  async add(actor: StaffActor, jobseekerId: string, input: AddGroup, idempotencyKey?: string): Promise<{ id: string }> {
    return this.work.write(actor, { purpose: 'group.add', idempotencyKey }, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      await this.jobseekers.lock(tx, jobseekerId);
      const site = await this.sites.current(tx);
      const membership = { groupCode: input.groupCode, startsOn: input.startsOn, endsOn: input.endsOn ?? null };
      refuseInvalid([
        ...membershipProblems(
          membership,
          await this.records.groups(tx, jobseekerId),
          site.targetGroups.map(({ code }) => code),
        ),
        ...notInFuture('startsOn', input.startsOn, tx.today),
      ]);
      const id = uuid();
      await tx.insert(GroupMembershipEntity, {
        id,
        siteId: actor.siteId,
        orgId: actor.organisationId,
        jobseekerId,
        ...membership,
      });
      tx.record({
        kind: 'group.joined',
        subject: { type: 'group_membership', id },
        jobseekerId,
        occurredOn: input.startsOn,
        data: { groupCode: input.groupCode },
      });
      return { id };
    });
  }

  /** @throws NotFound; InvalidInput; Blocked `membership_ended` */
  async end(actor: StaffActor, jobseekerId: string, id: string, { endsOn }: EndGroup): Promise<void> {
    await this.work.write(actor, { purpose: 'group.end' }, async (tx) => {
      await this.jobseekers.lock(tx, jobseekerId);
      const memberships = await this.records.groups(tx, jobseekerId);
      const membership = memberships.find((one) => one.id === id);
      if (!membership) throw new NotFound('group_membership');
      if (membership.endsOn !== null) refuseBlocked([{ code: 'membership_ended' }]);
      const others = memberships.filter((one) => one.id !== id);
      refuseInvalid(membershipProblems({ ...membership, endsOn }, others, [membership.groupCode]));
      await tx.sql('UPDATE group_membership SET ends_on = $2 WHERE id = $1 AND ends_on IS NULL', [id, endsOn]);
      const { groupCode } = membership;
      tx.record({
        kind: 'group.left',
        subject: { type: 'group_membership', id },
        jobseekerId,
        occurredOn: endsOn,
        data: { groupCode },
        changes: { endsOn: { from: null, to: endsOn } },
      });
    });
  }
}
