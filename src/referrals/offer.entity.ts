import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { OfferStatus } from '#domain/placement';

/** 採用: what an employer offered, and the person's answer. Not yet a placement. */
@Entity('offer')
export class OfferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid', { nullable: true }) referralId: string | null;
  @Column('uuid') employerId: string;
  @Column('date') receivedOn: IsoDate;
  @Column('text') conditions: string;
  @Column('text') status: OfferStatus;
  @Column('date', { nullable: true }) decidedOn: IsoDate | null;
  @Column('int', { nullable: true }) reasonId: number | null;
  @Column('text', { nullable: true }) reasonNote: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
