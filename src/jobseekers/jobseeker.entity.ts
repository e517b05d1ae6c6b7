import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand } from '#domain/jobseeker';
import type { IsoDate } from '#kernel';

/** 求職者・支援対象者: that there is such a person, under which number. What is known of them each organisation writes for itself. */
@Entity('jobseeker')
export class JobseekerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  /** Who registered the person. */
  @Column('int') orgId: number;
  @Column('text') number: string;
  @Column('date', { nullable: true }) protectedUntil: IsoDate | null;
  @Column('date') registeredOn: IsoDate;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}

/** 氏名・生年月日 by which one organisation knows the person. */
@Entity('jobseeker_identity')
export class JobseekerIdentityEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  /** It registered the person, it wrote about them, or it was given their identity and follows the giver's. */
  @Column('text') basis: 'registered' | 'recorded' | 'shared';
  @Column('text') familyName: string;
  @Column('text') givenName: string;
  @Column('text') familyKana: string;
  @Column('text') givenKana: string;
  @Column('text', { nullable: true }) formerName: string | null;
  @Column('text') kanaKey: string;
  @Column('date', { nullable: true }) birthDate: IsoDate | null;
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
  @Column('text', { nullable: true }) helloWorkNumber: string | null;
  @Column('date', { nullable: true }) helloWorkRegisteredOn: IsoDate | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
