import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand, JapaneseLevel } from '#domain/jobseeker';
import type { IsoDate } from '#kernel';

/** 求職者・支援対象者: the person helped. */
@Entity('jobseeker')
export class JobseekerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('text') number: string;
  @Column('text') familyName: string;
  @Column('text') givenName: string;
  @Column('text') familyKana: string;
  @Column('text') givenKana: string;
  @Column('text', { nullable: true }) formerName: string | null;
  @Column('text') kanaKey: string;
  @Column('date', { nullable: true }) birthDate: IsoDate | null;
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) safeContact: string | null;
  @Column('text', { nullable: true }) nationality: string | null;
  @Column('text', { nullable: true }) japaneseSpeaking: JapaneseLevel | null;
  @Column('text', { nullable: true }) japaneseReading: JapaneseLevel | null;
  @Column('text', { nullable: true }) interpreterLanguage: string | null;
  @Column('text', { nullable: true }) healthNote: string | null;
  @Column('text', { nullable: true }) householdNote: string | null;
  @Column('text', { nullable: true }) lastJob: string | null;
  @Column('date', { nullable: true }) leftJobOn: IsoDate | null;
  @Column('text', { nullable: true }) education: string | null;
  @Column('text', { nullable: true }) licences: string | null;
  @Column('text', { nullable: true }) arrivedBy: string | null;
  @Column('text', { nullable: true }) guardianName: string | null;
  @Column('text', { nullable: true }) helloWorkNumber: string | null;
  @Column('date', { nullable: true }) helloWorkRegisteredOn: IsoDate | null;
  @Column('date', { nullable: true }) protectedUntil: IsoDate | null;
  @Column('date') registeredOn: IsoDate;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}

/** The same as the actor may see it: what is not shared is null (view of src/jobseekers/sql). */
@Entity('jobseeker_in_sight')
export class JobseekerInSightEntity extends JobseekerEntity {}
