import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 給付・手当 with the day it ends, which is a clock on the support. */
@Entity('benefit')
export class BenefitEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('text') name: string;
  @Column('date') startsOn: IsoDate;
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
