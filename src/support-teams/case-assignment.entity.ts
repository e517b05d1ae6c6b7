import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 担当: a staff member on the team of a case for a time. */
@Entity('case_assignment')
export class CaseAssignmentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  /** The organisation that wrote the assignment; whose staff it is stands in `staffOrgId`. */
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid') staffId: string;
  @Column('int') staffOrgId: number;
  @Column('text') role: string;
  @Column('date') startsOn: IsoDate;
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
  /** What ended it besides a hand-over: the closing of the case, or whoever held it left. */
  @Column('text', { nullable: true }) endedWith: 'closing' | 'departure' | 'withdrawal' | null;
  @Column('text', { nullable: true }) handoverReason: string | null;
  @Column('text', { nullable: true }) handoverNote: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
