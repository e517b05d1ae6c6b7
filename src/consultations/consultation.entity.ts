import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from '#domain/consultation';
import type { IsoDate } from '#kernel';

/** 相談. */
@Entity('consultation')
export class ConsultationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  /** 記録した機関. */
  @Column('int') orgId: number;
  @Column('uuid') jobseekerId: string;
  @Column('uuid', { nullable: true }) supportCaseId: string | null;
  @Column('int', { nullable: true }) deskId: number | null;
  @Column('date') heldOn: IsoDate;
  @Column('time', { nullable: true }) startedAt: string | null;
  @Column('int', { nullable: true }) minutes: number | null;
  @Column('text') kind: ConsultationKind;
  @Column('text') channel: ConsultationChannel;
  @Column('boolean') byAppointment: boolean;
  @Column('text', { array: true }) outcomes: ConsultationOutcome[];
  @Column('text') sharedText: string;
  @Column('uuid') authorId: string;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
