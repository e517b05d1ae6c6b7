import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 職場定着支援: one contact after the hire; rows are only ever added. */
@Entity('retention_contact')
export class RetentionContactEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid') supportCaseId: string;
  @Column('uuid') placementId: string;
  @Column('date') contactedOn: IsoDate;
  @Column('text') withWhom: string;
  @Column('text') channel: string;
  @Column('boolean') stillWorking: boolean;
  @Column('text') text: string;
}
