import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { ReferralOutcome } from '#domain/referral';

/** 職業紹介: one attempt of a person at one employer. */
@Entity('referral')
export class ReferralEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid') employerId: string;
  @Column('uuid', { nullable: true }) jobOrderId: string | null;
  @Column('int') attemptNo: number;
  @Column('date') askedOn: IsoDate;
  @Column('date', { nullable: true }) letterIssuedOn: IsoDate | null;
  @Column('date', { nullable: true }) interviewOn: IsoDate | null;
  @Column('text') outcome: ReferralOutcome;
  @Column('date', { nullable: true }) outcomeOn: IsoDate | null;
  @Column('int', { nullable: true }) reasonId: number | null;
  @Column('text', { nullable: true }) reasonNote: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
