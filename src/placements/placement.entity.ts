import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';
import type { EmploymentType, PlacementRoute } from '#domain/placement';

/** 就職. A reversed placement stays, with its reason. */
@Entity('placement')
export class PlacementEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid', { nullable: true }) referralId: string | null;
  @Column('uuid', { nullable: true }) offerId: string | null;
  @Column('uuid', { nullable: true }) employerId: string | null;
  @Column('text') workplaceName: string;
  @Column('text') occupation: string;
  @Column('date') decidedOn: IsoDate;
  @Column('date') startsOn: IsoDate;
  @Column('text') route: PlacementRoute;
  @Column('text') employmentType: EmploymentType;
  @Column('numeric', { nullable: true }) weeklyHours: number | null;
  @Column('int', { nullable: true }) weeklyDays: number | null;
  @Column('text', { nullable: true }) subsidy: string | null;
  @Column('date', { nullable: true }) reversedOn: IsoDate | null;
  @Column('int', { nullable: true }) reversalReasonId: number | null;
  @Column('text', { nullable: true }) reversalReasonNote: string | null;
  @Column('date', { nullable: true }) leftOn: IsoDate | null;
  @Column('int', { nullable: true }) leavingReasonId: number | null;
  @Column('text', { nullable: true }) leavingReasonNote: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
