import { Injectable } from '@nestjs/common';
import type { GroupMembership, RecordedWish } from '#domain/jobseeker';
import type { Transaction } from '../../platform/unit-of-work/index.js';
import { BenefitEntity } from './benefit.entity.js';
import { GroupMembershipEntity } from './group-membership.entity.js';
import { WishEntity } from './wish.entity.js';

export interface MembershipRecord extends GroupMembership {
  readonly id: string;
}

export interface WishRecord extends RecordedWish {
  readonly id: string;
  readonly reasonForChange: string | null;
}

export type BenefitRecord = Readonly<
  Pick<BenefitEntity, 'id' | 'orgId' | 'name' | 'startsOn' | 'endsOn' | 'note' | 'version'>
>;

/** What is dated about a person, as far as the actor's organisation may see it. */
@Injectable()
export class PersonRecordsRepository {
  /** In the order they began. */
  async groups(tx: Transaction, jobseekerId: string): Promise<MembershipRecord[]> {
    const rows = await tx.manager
      .getRepository(GroupMembershipEntity)
      .find({ where: { jobseekerId }, order: { startsOn: 'ASC', id: 'ASC' } });
    return rows.map(({ id, groupCode, startsOn, endsOn }) => ({ id, groupCode, startsOn, endsOn }));
  }

  /** In the order they were told; rows of one day in the order written. */
  async wishes(tx: Transaction, jobseekerId: string): Promise<WishRecord[]> {
    const rows = await tx.manager
      .getRepository(WishEntity)
      .find({ where: { jobseekerId }, order: { recordedOn: 'ASC', id: 'ASC' } });
    return rows.map(({ siteId: _site, orgId: _org, jobseekerId: _person, ...wish }) => wish);
  }

  /** Those that end first come first, those without an end last. */
  async benefits(tx: Transaction, jobseekerId: string): Promise<BenefitRecord[]> {
    const rows = await tx.manager
      .getRepository(BenefitEntity)
      .find({ where: { jobseekerId }, order: { endsOn: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' } });
    return rows.map(({ id, orgId, name, startsOn, endsOn, note, version }) => ({
      id,
      orgId,
      name,
      startsOn,
      endsOn,
      note,
      version,
    }));
  }
}
