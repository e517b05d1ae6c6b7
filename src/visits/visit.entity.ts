import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '#kernel';

/** 来所: people counted at the door of a desk, without names. */
@Entity('visit')
export class VisitEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('int', { nullable: true }) deskId: number | null;
  @Column('date') visitedOn: IsoDate;
  @Column('int') quantity: number;
  @Column('text') purpose: string;
  @Column('date', { nullable: true }) correctedOn: IsoDate | null;
  @Column('text', { nullable: true }) correctionReason: string | null;
}
