import { Injectable } from '@nestjs/common';
import { type IsoDate, NotFound } from '#kernel';
import type { Side } from '#access';
import type { EmploymentType, OfferStatus, PlacementRoute } from '#domain/placement';
import { type GivenReason, givenReason } from '../organisations/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';
import { type PlacementSource, ReferralsRepository } from '../referrals/index.js';

/** 就職. */
export interface Placement {
  readonly id: string;
  readonly supportCaseId: string;
  readonly jobseekerId: string;
  readonly referralId: string | null;
  /** Number of the attempt it came of. */
  readonly attemptNo: number | null;
  readonly offerId: string | null;
  readonly employerId: string | null;
  readonly workplaceName: string;
  readonly occupation: string;
  readonly decidedOn: IsoDate;
  readonly startsOn: IsoDate;
  readonly route: PlacementRoute;
  readonly employmentType: EmploymentType;
  /** 週の労働時間. */
  readonly weeklyHours: number | null;
  /** 週の日数. */
  readonly weeklyDays: number | null;
  readonly subsidy: string | null;
  readonly reversedOn: IsoDate | null;
  readonly reversalReason: GivenReason | null;
  readonly leftOn: IsoDate | null;
  readonly leavingReason: GivenReason | null;
  readonly by: { readonly name: string; readonly side: Side } | null;
  readonly version: number;
}

/** 職場定着支援の連絡. */
export interface RetentionContact {
  readonly id: string;
  readonly contactedOn: IsoDate;
  readonly withWhom: string;
  readonly channel: string;
  readonly stillWorking: boolean;
  readonly text: string;
  readonly by: { readonly name: string; readonly side: Side } | null;
}

const WRITTEN_BY = `CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'side', s.side) END AS by`;
const WRITER = (table: string): string => `LEFT JOIN staff_head s ON s.id = ${table}.created_by`;

const PLACEMENT = `
  SELECT p.id, p.support_case_id AS "supportCaseId", p.jobseeker_id AS "jobseekerId", p.referral_id AS "referralId", r.attempt_no AS "attemptNo",
    p.offer_id AS "offerId", p.employer_id AS "employerId", p.workplace_name AS "workplaceName", p.occupation, p.decided_on AS "decidedOn",
    p.starts_on AS "startsOn", p.route, p.employment_type AS "employmentType", p.weekly_hours::float8 AS "weeklyHours",
      p.weekly_days AS "weeklyDays", p.subsidy,
    p.reversed_on AS "reversedOn", ${givenReason('p.reversal_reason_id', 'p.reversal_reason_note')} AS "reversalReason",
    p.left_on AS "leftOn", ${givenReason('p.leaving_reason_id', 'p.leaving_reason_note')} AS "leavingReason", p.version, ${WRITTEN_BY}
  FROM placement p LEFT JOIN referral_head r ON r.id = p.referral_id ${WRITER('p')}`;

/** What the placements of a case are judged by, in the order of recording, and the states of the offers that none of them came of. */
export interface PlacementsAndOffers {
  readonly placements: readonly {
    readonly id: string;
    readonly route: PlacementRoute;
    readonly leftOn: IsoDate | null;
    readonly reversedOn: IsoDate | null;
  }[];
  readonly unusedOffers: readonly OfferStatus[];
}

/** {@link PlacementsAndOffers} of the case `c`. */
export const PLACEMENTS_AND_OFFERS = `
  SELECT jsonb_build_object(
    'placements', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'route', route, 'leftOn', left_on, 'reversedOn', reversed_on)
                                             ORDER BY id), '[]')
                   FROM placement WHERE support_case_id = c.id),
    'unusedOffers', (SELECT coalesce(jsonb_agg(o.status), '[]') FROM offer_head o
                     WHERE o.support_case_id = c.id AND NOT EXISTS (SELECT 1 FROM placement used WHERE used.offer_id = o.id)))`;

/** 就職と定着支援の記録 that the actor may see. */
@Injectable()
export class PlacementsRepository {
  constructor(private readonly referrals: ReferralsRepository) {}

  /** @throws NotFound */
  async find(tx: Transaction, id: string): Promise<Placement> {
    const [found] = await tx.sql<Placement>(`${PLACEMENT} WHERE p.id = $1`, [id]);
    if (!found) throw new NotFound('placement');
    return found;
  }

  /** With its case held until the end of the transaction. @throws NotFound */
  async locked(tx: Transaction, id: string): Promise<Placement> {
    await this.referrals.lockedCase(tx, (await this.find(tx, id)).supportCaseId);
    return this.find(tx, id);
  }

  /** In the order of recording. */
  async ofCase(tx: Transaction, caseId: string): Promise<Placement[]> {
    return tx.sql<Placement>(`${PLACEMENT} WHERE p.support_case_id = $1 ORDER BY p.id`, [caseId]);
  }

  /** Of a person, in the order of recording, those of cases out of the actor's sight. */
  async ofHiddenCases(tx: Transaction, jobseekerId: string): Promise<Placement[]> {
    return tx.sql<Placement>(
      `${PLACEMENT} WHERE p.jobseeker_id = $1 AND NOT EXISTS (SELECT 1 FROM case_head c WHERE c.id = p.support_case_id) ORDER BY p.id`,
      [jobseekerId],
    );
  }

  /** In the order of the contacts. */
  async contactsOf(tx: Transaction, placementId: string): Promise<RetentionContact[]> {
    return tx.sql<RetentionContact>(
      `SELECT c.id, c.contacted_on AS "contactedOn", c.with_whom AS "withWhom", c.channel, c.still_working AS "stillWorking", c.text, ${WRITTEN_BY}
       FROM retention_contact c ${WRITER('c')} WHERE c.placement_id = $1 ORDER BY c.contacted_on, c.id`,
      [placementId],
    );
  }

  /** The other placements of the same case. */
  async othersOf(tx: Transaction, { id, supportCaseId }: Placement): Promise<Placement[]> {
    return (await this.ofCase(tx, supportCaseId)).filter((other) => other.id !== id);
  }

  /** The placement, not reversed, that came of the offer or the referral. */
  async from(tx: Transaction, { offerId, referralId }: PlacementSource): Promise<{ id: string } | null> {
    const [found] = await tx.sql<{ id: string }>(
      'SELECT id FROM placement WHERE reversed_on IS NULL AND (offer_id = $1 OR referral_id = $2) LIMIT 1',
      [offerId, referralId],
    );
    return found ?? null;
  }
}
