import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { InterviewStatus } from '#domain/referral';

/** 面接 of a referral. What was moved or cancelled stays with its day. Edited on the version of its referral. */
@Entity('interview')
export class InterviewEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid') referralId: string;
  @Column('date') interviewOn: IsoDate;
  @Column('time', { nullable: true }) startsAt: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('uuid', { nullable: true }) accompaniedBy: string | null;
  @Column('text') status: InterviewStatus;
  @Column('date', { nullable: true }) endedOn: IsoDate | null;
  @Column('text', { nullable: true }) reasonNote: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
