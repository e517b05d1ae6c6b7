import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#access';
import type { IsoDate } from '#kernel';

/** 職員 */
@Entity('staff')
export class StaffEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') organisationId: number;
  @Column('text') login: string;
  @Column('text') name: string;
  @Column('text') nameKana: string;
  @Column('text') title: string;
  @Column('text') role: Role;
  @Column('date') employedFrom: IsoDate;
  @Column('date', { nullable: true }) employedUntil: IsoDate | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
