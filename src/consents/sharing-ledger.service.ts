import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type LedgerGrant, lossOf, withdrawnWith } from '#domain/consent';
import { holdsOn, type SharingCategory } from '#domain/sharing';
import type { IsoDate } from '#kernel';
import { JobseekersRepository, type LedgerRow, SharingGrantsRepository } from '../jobseekers/index.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { ConsentsRepository } from './consents.repository.js';

/** A line of the ledger, and how it stands today. */
export interface SharingLine extends LedgerRow {
  readonly state: 'not_yet' | 'in_force' | 'withdrawn' | 'ended';
}

/** What an organisation sees of another's no more once a consent is withdrawn. */
export interface LossLine {
  readonly giver: string;
  readonly receiver: string;
  /** Records of today, by category. */
  readonly lost: readonly { readonly category: SharingCategory; readonly records: number }[];
  /** What it goes on seeing on another basis. */
  readonly stays: readonly SharingCategory[];
  /** Records that the receiver wrote itself and keeps. */
  readonly keeps: number;
}

/** An assignment that ends because the case is shown no more. */
export interface EndingAssignment {
  readonly staffName: string;
  readonly organisation: string;
  readonly caseNumber: string;
}

export interface WithdrawalPreview {
  readonly losses: readonly LossLine[];
  readonly assignments: readonly EndingAssignment[];
}

/** 共有台帳 of a person: who shows what to whom, since when, by which basis, ended how. Each organisation reads the lines it gives or receives. */
@Injectable()
export class SharingLedgerService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobseekers: JobseekersRepository,
    private readonly consents: ConsentsRepository,
    private readonly grants: SharingGrantsRepository,
  ) {}

  /** @throws NotFound */
  async of(actor: StaffActor, jobseekerId: string): Promise<SharingLine[]> {
    return this.work.read(actor, async (tx) => {
      await this.jobseekers.find(tx, jobseekerId);
      return this.read(tx, jobseekerId);
    });
  }

  /**
   * What a withdrawal takes from whom, before it is recorded.
   * @throws NotFound
   */
  async beforeWithdrawal(actor: StaffActor, consentId: string, withdrawnOn?: IsoDate): Promise<WithdrawalPreview> {
    return this.work.read(actor, async (tx) => {
      const consent = await this.consents.find(tx, consentId);
      // Of somebody in hiding this is an opening like any other.
      await this.jobseekers.find(tx, consent.jobseekerId);
      const all = await this.consents.of(tx, consent.jobseekerId);
      const takenBack = withdrawnWith(consent, all, withdrawnOn ?? tx.today);
      const ids = takenBack.map(({ id }) => id);
      return this.preview(tx, consent.jobseekerId, ids.includes(consentId) ? ids : [...ids, consentId]);
    });
  }

  /** What is in force comes first. That one withdrew is known to whoever sees the consent; to the other it has ended. */
  private async read(tx: Transaction, jobseekerId: string): Promise<SharingLine[]> {
    const withdrawn = new Set(
      (await this.consents.of(tx, jobseekerId)).filter(({ withdrawnOn }) => withdrawnOn !== null).map(({ id }) => id),
    );
    const lines = (await this.grants.ledger(tx, jobseekerId)).map((line): SharingLine => {
      if (line.startsOn > tx.today) return { ...line, state: 'not_yet' };
      if (holdsOn(line, tx.today)) return { ...line, state: 'in_force' };
      return { ...line, state: line.consentId !== null && withdrawn.has(line.consentId) ? 'withdrawn' : 'ended' };
    });
    const isOver = ({ state }: SharingLine): boolean => state === 'withdrawn' || state === 'ended';
    return [...lines.filter((line) => !isOver(line)), ...lines.filter(isOver)];
  }

  private async preview(
    tx: Transaction,
    jobseekerId: string,
    consentIds: readonly string[],
  ): Promise<WithdrawalPreview> {
    const lines = await this.read(tx, jobseekerId);
    const names = new Map(
      lines.flatMap(
        (line) =>
          [
            [line.giverId, line.giver],
            [line.receiverId, line.receiver],
          ] as const,
      ),
    );
    const losses = lossOf(lines.flatMap(grantsOfLine), consentIds, tx.today);
    const records = await tx.sql<{ category: SharingCategory; organisationId: number; records: number }>(
      'SELECT category, organisation_id AS "organisationId", records FROM records_by_category($1)',
      [jobseekerId],
    );
    const shutOut = losses.filter(({ lost }) => lost.includes('plan'));
    const assignments = await tx.sql<EndingAssignment>(
      `SELECT s.name AS "staffName", s.organisation_name AS organisation, c.number AS "caseNumber"
       FROM case_team t JOIN case_head c ON c.id = t.support_case_id JOIN staff_head s ON s.id = t.staff_id
       WHERE t.jobseeker_id = $1 AND t.until > $2 AND (c.organisation_id, t.organisation_id) IN (
         SELECT l.giver, l.receiver FROM jsonb_to_recordset($3::jsonb) AS l(giver int, receiver int)) ORDER BY c.number, s.name_kana, s.id`,
      [jobseekerId, tx.today, JSON.stringify(shutOut)],
    );
    const written = (organisationId: number, category?: SharingCategory): number =>
      records
        .filter((line) => line.organisationId === organisationId && (category ?? line.category) === line.category)
        .reduce((sum, line) => sum + line.records, 0);
    return {
      losses: losses.map(({ giver, receiver, lost, stays }) => ({
        giver: names.get(giver) ?? '',
        receiver: names.get(receiver) ?? '',
        lost: lost.map((category) => ({ category, records: written(giver, category) })),
        stays,
        keeps: written(receiver),
      })),
      assignments,
    };
  }
}

const grantsOfLine = (line: SharingLine): LedgerGrant[] =>
  line.categories.map((category) => ({
    giver: line.giverId,
    receiver: line.receiverId,
    category,
    basis: line.basis,
    consentId: line.consentId,
    startsOn: line.startsOn,
    endsOn: line.endsOn,
  }));
