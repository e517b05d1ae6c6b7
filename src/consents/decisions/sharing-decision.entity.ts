import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionBasis } from '#domain/consent';
import type { SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';

/** 支援会議などの決定: what an organisation shows another without the person's signature, and who decided so. */
@Entity('sharing_decision')
export class SharingDecisionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('int') receiverOrg: number;
  @Column('text') basis: DecisionBasis;
  @Column('text', { nullable: true }) lawArticle: string | null;
  @Column('text', { array: true }) categories: SharingCategory[];
  @Column('date') decidedOn: IsoDate;
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
  @Column('date', { nullable: true }) endedOn: IsoDate | null;
  @Column('text') members: string;
  @Column('text') decision: string;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
