import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 求人 of an employer; an order can have been obtained for one person. */
@Entity('job_order')
export class JobOrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') employerId: string;
  @Column('text', { nullable: true }) orderNumber: string | null;
  @Column('text') title: string;
  @Column('int') positions: number;
  @Column('text', { nullable: true }) employmentType: string | null;
  @Column('text') conditions: string;
  @Column('date') receivedOn: IsoDate;
  @Column('date', { nullable: true }) validUntil: IsoDate | null;
  @Column('uuid', { nullable: true }) forJobseekerId: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
