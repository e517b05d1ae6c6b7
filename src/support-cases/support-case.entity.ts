import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { CaseAction, CaseStatus, CloseReason, OpenCaseStatus } from '#domain/support-case';

/** 支援期間: one run of support for one person. */
@Entity('support_case')
export class SupportCaseEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('text') number: string;
  @Column('int') programmeId: number;
  @Column('int', { nullable: true }) deskId: number | null;
  @Column('text') status: CaseStatus;
  @Column('date') statusSince: IsoDate;
  @Column('date') openedOn: IsoDate;
  @Column('date', { nullable: true }) teamSupportSince: IsoDate | null;
  @Column('date', { nullable: true }) interviewHeldOn: IsoDate | null;
  @Column('date', { nullable: true }) conferenceHeldOn: IsoDate | null;
  @Column('date', { nullable: true }) reviewOn: IsoDate | null;
  @Column('text', { nullable: true }) suspendedFrom: OpenCaseStatus | null;
  @Column('date', { nullable: true }) closedOn: IsoDate | null;
  @Column('text', { nullable: true }) closeReason: CloseReason | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}

/** One change of state; rows are only ever added. */
@Entity('case_transition')
export class CaseTransitionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  /** Null on the first row, where the period began. */
  @Column('text', { nullable: true }) fromStatus: CaseStatus | null;
  @Column('text') toStatus: CaseStatus;
  @Column('text') action: CaseAction | 'open' | 'withdraw_closing';
  @Column('date') happenedOn: IsoDate;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** 中断: the day on which the case was to be looked at again. */
  @Column('date', { nullable: true }) reviewOn: IsoDate | null;
}
