import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { NegotiatedCondition, NegotiationResult } from '#domain/referral';

/** 条件緩和の交渉: an employer is asked to relax one condition for one person. */
@Entity('condition_negotiation')
export class ConditionNegotiationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid') employerId: string;
  @Column('uuid', { nullable: true }) jobOrderId: string | null;
  @Column('text') condition: NegotiatedCondition;
  @Column('text') termsFrom: string;
  @Column('text') termsTo: string;
  @Column('date') negotiatedOn: IsoDate;
  @Column('text') result: NegotiationResult;
  @Column('date', { nullable: true }) resultOn: IsoDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
