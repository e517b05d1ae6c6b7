import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { SupportRequestStatus } from '#domain/support-case';

/** 支援要請: the city asks the Hello Work to support this person. */
@Entity('support_request')
export class SupportRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('int') toOrgId: number;
  @Column('date') requestedOn: IsoDate;
  @Column('text') wanted: string;
  @Column('text') background: string;
  @Column('text') status: SupportRequestStatus;
  @Column('date', { nullable: true }) decidedOn: IsoDate | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
