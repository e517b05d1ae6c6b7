import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnerSide, TaskState } from '#domain/task';
import type { IsoDate } from '#kernel';

/** 次の行動: what was promised at a consultation. */
@Entity('next_action')
export class NextActionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid', { nullable: true }) supportCaseId: string | null;
  @Column('uuid', { nullable: true }) consultationId: string | null;
  @Column('text') title: string;
  @Column('date') dueOn: IsoDate;
  @Column('text') ownerSide: OwnerSide;
  @Column('uuid', { nullable: true }) ownerStaffId: string | null;
  @Column('text') state: TaskState;
  @Column('date', { nullable: true }) doneOn: IsoDate | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
