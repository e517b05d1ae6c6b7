import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 対象者区分 of a person for a time. */
@Entity('group_membership')
export class GroupMembershipEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('text') groupCode: string;
  @Column('date') startsOn: IsoDate;
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
}
