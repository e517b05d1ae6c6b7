import { Injectable } from '@nestjs/common';
import type { SharingBasis, SharingGrant } from '#domain/consent';
import { type Grant, type SharingCategory, SHARING_CATEGORIES } from '#domain/sharing';
import type { IsoDate } from '#kernel';
import type { Transaction } from '../platform/unit-of-work/index.js';
import type { Jobseeker } from './jobseekers.repository.js';

/** What one organisation shows another about a person by one basis, from a day to a day: the lines of the ledger that differ in their category alone. */
export interface LedgerRow {
  readonly giverId: number;
  readonly giver: string;
  readonly receiverId: number;
  readonly receiver: string;
  readonly categories: readonly SharingCategory[];
  readonly basis: SharingBasis;
  readonly lawArticle: string | null;
  readonly consentId: string | null;
  readonly startsOn: IsoDate;
  /** The first day on which it is not shown; null while open-ended. */
  readonly endsOn: IsoDate | null;
  /** Nobody chose its categories (要確認). */
  readonly toConfirm: boolean;
}

/** 共有台帳: which organisation sees what of a person that another wrote, and until when. The policies read these rows. */
@Injectable()
export class SharingGrantsRepository {
  /** Whether the actor's organisation shares a category of a person with another today, on whatever basis. */
  async isOpenTo(
    tx: Transaction,
    jobseekerId: string,
    organisationId: number,
    category: SharingCategory,
  ): Promise<boolean> {
    const grants = await tx.sql(
      `SELECT id FROM sharing_grant WHERE jobseeker_id = $1 AND receiver_org = $2 AND category = $3 AND giver_org = ANY ((SELECT app_orgs())::int[])
         AND starts_on <= $4 AND (ends_on IS NULL OR ends_on > $4) LIMIT 1`,
      [jobseekerId, organisationId, category, tx.today],
    );
    return grants.length > 0;
  }

  /** The categories in which the actor sees what whoever registered the person wrote; to that organisation itself, all. */
  async inSight(tx: Transaction, { id, orgId }: Pick<Jobseeker, 'id' | 'orgId'>): Promise<Set<SharingCategory>> {
    const rows = await tx.sql<{ category: SharingCategory }>(
      `SELECT category FROM unnest($3::text[]) category WHERE category = 'identity' OR app_is_shared($1, $2, category)`,
      [id, orgId, SHARING_CATEGORIES],
    );
    return new Set(rows.map(({ category }) => category));
  }

  /** Lets the organisation that registered the person as a job seeker see whom it registered, once. */
  async openForRegistration(
    tx: Transaction,
    person: Pick<Jobseeker, 'id' | 'siteId'>,
    grant: SharingGrant,
  ): Promise<void> {
    const [known] = await tx.sql(
      'SELECT id FROM sharing_grant WHERE jobseeker_id = $1 AND receiver_org = $2 AND basis = $3 AND ends_on IS NULL LIMIT 1',
      [person.id, grant.receiver, grant.basis],
    );
    if (!known) await this.open(tx, person, [grant], null);
  }

  /** Opens what grants say, as they follow from a consent. */
  async open(
    tx: Transaction,
    person: Pick<Jobseeker, 'id' | 'siteId'>,
    grants: readonly SharingGrant[],
    consentId: string | null,
  ): Promise<void> {
    await tx.sql(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, consent_id, starts_on, ends_on)
       SELECT $1, $2, g.giver, g.receiver, g.category, g.basis, $3, g."startsOn", g."endsOn"
       FROM jsonb_to_recordset($4::jsonb) AS g(giver int, receiver int, category text, basis text, "startsOn" date, "endsOn" date)`,
      [person.siteId, person.id, consentId, JSON.stringify(grants)],
    );
  }

  /** Opens what was decided in a meeting or follows from another law. */
  async openByDecision(
    tx: Transaction,
    person: Pick<Jobseeker, 'id' | 'siteId'>,
    grants: readonly SharingGrant[],
    { id, lawArticle }: { readonly id: string; readonly lawArticle: string | null },
  ): Promise<void> {
    await tx.sql(
      `INSERT INTO sharing_grant (site_id, jobseeker_id, giver_org, receiver_org, category, basis, decision_id, law_article, starts_on, ends_on)
       SELECT $1, $2, g.giver, g.receiver, g.category, g.basis, $3, $4, g."startsOn", g."endsOn"
       FROM jsonb_to_recordset($5::jsonb) AS g(giver int, receiver int, category text, basis text, "startsOn" date, "endsOn" date)`,
      [person.siteId, person.id, id, lawArticle, JSON.stringify(grants)],
    );
  }

  /** Ends what a decision opened. */
  async endOfDecision(tx: Transaction, decisionId: string, on: string): Promise<void> {
    await tx.sql(
      `UPDATE sharing_grant SET ends_on = greatest(starts_on, $2::date)
       WHERE decision_id = $1 AND (ends_on IS NULL OR ends_on > $2::date)`,
      [decisionId, on],
    );
  }

  /** What there ever was between the actor's organisation and another about a person, ended or not. */
  async between(tx: Transaction, jobseekerId: string, organisationId: number): Promise<Omit<Grant, 'jobseekerId'>[]> {
    return tx.sql<Omit<Grant, 'jobseekerId'>>(
      `SELECT giver_org AS giver, receiver_org AS receiver, category, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM sharing_grant
       WHERE jobseeker_id = $1 AND giver_org <> receiver_org AND (giver_org = $2 OR receiver_org = $2)
         AND (giver_org = ANY (app_orgs()) OR receiver_org = ANY (app_orgs()))`,
      [jobseekerId, organisationId],
    );
  }

  /** The lines of a person that the actor's organisation gives or receives, the newest first. */
  async ledger(tx: Transaction, jobseekerId: string): Promise<LedgerRow[]> {
    return tx.sql<LedgerRow>(
      `SELECT g.giver_org AS "giverId", giver.name AS giver, g.receiver_org AS "receiverId", receiver.name AS receiver,
         array_agg(g.category ORDER BY array_position($2::text[], g.category)) AS categories, g.basis, g.law_article AS "lawArticle",
         g.consent_id AS "consentId", g.starts_on::text AS "startsOn", g.ends_on::text AS "endsOn", bool_or(g.to_confirm) AS "toConfirm"
       FROM sharing_grant g JOIN organisation_name giver ON giver.id = g.giver_org JOIN organisation_name receiver ON receiver.id = g.receiver_org
       WHERE g.jobseeker_id = $1
       GROUP BY g.giver_org, giver.name, g.receiver_org, receiver.name, g.basis, g.law_article, g.consent_id, g.starts_on, g.ends_on
       ORDER BY g.starts_on DESC, giver.name, receiver.name, g.consent_id`,
      [jobseekerId, SHARING_CATEGORIES],
    );
  }

  /** The consents of a person whose categories nobody chose: they opened everything before there was a choice (要確認). */
  async toConfirm(tx: Transaction, jobseekerId: string): Promise<Set<string>> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT DISTINCT consent_id AS id FROM sharing_grant WHERE jobseeker_id = $1 AND to_confirm AND basis = 'consent'
         AND (ends_on IS NULL OR ends_on > $2)`,
      [jobseekerId, tx.today],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Ends categories of a consent, in both directions. */
  async endOfCategories(
    tx: Transaction,
    consentId: string,
    categories: readonly SharingCategory[],
    on: IsoDate,
  ): Promise<void> {
    await tx.sql(
      `UPDATE sharing_grant SET ends_on = greatest(starts_on, $3::date)
       WHERE consent_id = $1 AND category = ANY ($2::text[]) AND (ends_on IS NULL OR ends_on > $3::date)`,
      [consentId, categories, on],
    );
  }

  /** Somebody has chosen the categories of a consent (要確認 no longer). */
  async confirm(tx: Transaction, consentId: string): Promise<void> {
    await tx.sql('UPDATE sharing_grant SET to_confirm = false WHERE consent_id = $1 AND to_confirm', [consentId]);
  }

  /** Ends what a consent opened on the day it is withdrawn, in both directions: as grantsOf of the withdrawn consent says. */
  async endOfConsent(tx: Transaction, consentId: string, on: string): Promise<void> {
    await tx.sql(
      `UPDATE sharing_grant SET ends_on = greatest(starts_on, $2::date)
       WHERE consent_id = $1 AND (ends_on IS NULL OR ends_on > $2::date)`,
      [consentId, on],
    );
  }
}
