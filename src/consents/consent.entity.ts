import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentKind, ConsentMethod, OtherSide } from '#domain/consent';
import type { SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';

/** 同意: what a person agreed to, with whom data are shared, from when to when. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('text') kind: ConsentKind;
  @Column('text') purpose: string;
  /** 共有の区分; empty for a consent to take part. */
  @Column('text', { array: true }) categories: SharingCategory[];
  /** What was said besides (補足); before there were categories, all that was said. */
  @Column('text') covers: string;
  @Column('int', { nullable: true }) sharedWithOrg: number | null;
  @Column('text') method: ConsentMethod;
  @Column('text', { nullable: true }) guardianName: string | null;
  /** Below which age a guardian had to consent as well when it was given. */
  @Column('int') guardianAge: number;
  @Column('date') givenOn: IsoDate;
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
  @Column('date', { nullable: true }) withdrawnOn: IsoDate | null;
  @Column('text', { nullable: true }) withdrawalReason: string | null;
  /** Whether the organisation named in it opens its records by it; null where that was not asked. */
  @Column('text', { nullable: true }) otherSide: OtherSide | null;
  @Column('date', { nullable: true }) otherSideUntil: IsoDate | null;
  @Column('date', { nullable: true }) otherSideDecidedOn: IsoDate | null;
  @Column('text', { nullable: true }) otherSideReason: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
