import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 希望条件 as told on a day; a change is a new row. */
@Entity('wish')
export class WishEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('date') recordedOn: IsoDate;
  @Column('text', { array: true }) occupations: string[];
  @Column('boolean') undecided: boolean;
  @Column('int', { nullable: true }) weeklyHoursMin: number | null;
  @Column('int', { nullable: true }) weeklyHoursMax: number | null;
  @Column('text', { nullable: true }) daysAndTimes: string | null;
  @Column('text', { nullable: true }) commute: string | null;
  @Column('text', { nullable: true }) workplace: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) reasonForChange: string | null;
}
