import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 事業所 of the site, known to both sides. */
@Entity('employer')
export class EmployerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') siteId: number;
  @Column('int') orgId: number;
  @Column('text') name: string;
  @Column('text') nameKana: string;
  @Column('text') searchKey: string;
  @Column('text', { nullable: true }) industry: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) contactPerson: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('int') version: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
}
