import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Side, StaffActor } from '#access';
import { tellMessage, type ToldStaff, type Transaction } from '../platform/unit-of-work/index.js';
import type { SiteFile } from './site-file.repository.js';

/** An organisation that is to take part in a site, and who still has to agree (機関の参加の提案). */
export interface OrganisationProposal {
  readonly id: string;
  readonly siteId: number;
  readonly siteName: string;
  /** Of one that works at other sites already; null for a new one. */
  readonly organisationId: number | null;
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly proposedByOrganisationId: number;
  readonly proposedByOrganisation: string;
  readonly proposedAt: Date;
  /** Somebody who administers the site for that side has still to agree. */
  readonly waitsForSide: boolean;
  /** Its own administrator has still to agree. */
  readonly waitsForItself: boolean;
  /** Whether the reader may agree now. */
  readonly mayConfirm: boolean;
}

type Tx = Transaction<StaffActor>;

const SELECT_PROPOSAL = `
  SELECT p.*, ((p."waitsForSide" AND p.side = app_side() AND p."siteId" = ANY (app_sites()))
      OR (p."waitsForItself" AND p."organisationId" = ANY (app_orgs()))) AS "mayConfirm"
  FROM (SELECT q.id, q.site_id AS "siteId", s.name AS "siteName", q.organisation_id AS "organisationId", q.code, coalesce(o.name, q.name) AS name, q.side,
      q.proposed_by_org AS "proposedByOrganisationId", b.name AS "proposedByOrganisation", q.proposed_at AS "proposedAt",
      q.side <> b.side AND q.side_confirmed_by IS NULL AS "waitsForSide",
      q.organisation_id IS NOT NULL AND q.own_confirmed_by IS NULL AS "waitsForItself"
    FROM organisation_proposal q JOIN site s ON s.id = q.site_id JOIN organisation b ON b.id = q.proposed_by_org
    LEFT JOIN organisation o ON o.id = q.organisation_id WHERE q.ended_at IS NULL) p`;

/** What a notice is about has a uuid everywhere else; an organisation has a number. */
const uuidOfOrganisation = (id: number): string => `00000000-0000-0000-0001-${id.toString(16).padStart(12, '0')}`;

@Injectable()
export class OrganisationsRepository {
  /** With this code, wherever it works. */
  async withCode(tx: Tx, code: string): Promise<{ id: number; side: Side; isHere: boolean } | undefined> {
    const [found] = await tx.sql<{ id: number; side: Side; isHere: boolean }>(
      `SELECT o.id, o.side, EXISTS (SELECT 1 FROM site_organisation so WHERE so.organisation_id = o.id AND so.site_id = $2) AS "isHere"
       FROM organisation o WHERE o.code = $1`,
      [code, tx.actor.siteId],
    );
    return found;
  }

  /** Of the actor's own side, at the actor's site. @returns undefined when the code is taken */
  async enter(tx: Tx, code: string, name: string): Promise<number | undefined> {
    const [row] = await tx.sql<{ id: number | null }>('SELECT enter_organisation($1, $2) AS id', [code, name]);
    return row?.id ?? undefined;
  }

  async propose(
    tx: Tx,
    { organisationId, code, name, side }: Pick<OrganisationProposal, 'organisationId' | 'code' | 'name' | 'side'>,
  ): Promise<string> {
    const id = uuid();
    await tx.sql(
      'INSERT INTO organisation_proposal (id, site_id, organisation_id, code, name, side, proposed_by_org) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, tx.actor.siteId, organisationId, code, name, side, tx.actor.organisationId],
    );
    return id;
  }

  /** Those that wait, at the site or for the actor's own organisation. */
  proposals(tx: Tx): Promise<OrganisationProposal[]> {
    return tx.sql<OrganisationProposal>(`${SELECT_PROPOSAL} ORDER BY p."proposedAt", p.id`);
  }

  async proposal(tx: Tx, id: string): Promise<OrganisationProposal | undefined> {
    const [found] = await tx.sql<OrganisationProposal>(`${SELECT_PROPOSAL} WHERE p.id = $1`, [id]);
    return found;
  }

  /** @returns the organisation that takes part from now on, 0 while somebody else has to agree, null where it is not the actor's to say */
  async confirm(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.sql<{ joined: number | null }>('SELECT confirm_organisation($1) AS joined', [id]);
    return row?.joined ?? null;
  }

  /** @returns whether it still waited */
  async end(tx: Tx, id: string, outcome: 'refused' | 'withdrawn'): Promise<boolean> {
    const ended = await tx.sql(
      'UPDATE organisation_proposal SET ended_at = $2, outcome = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id',
      [id, tx.now, outcome],
    );
    return ended.length > 0;
  }

  /** The administrators of a side at the actor's site. */
  async administratorsOfSide(tx: Tx, side: Side): Promise<ToldStaff[]> {
    const rows = await tx.sql<{ id: number }>(
      'SELECT o.id FROM site_organisation so JOIN organisation o ON o.id = so.organisation_id WHERE so.site_id = $1 AND o.side = $2 ORDER BY o.id',
      [tx.actor.siteId, side],
    );
    return rows.map(({ id }) => ({ role: 'site_administrator', organisationId: id, siteId: tx.actor.siteId }));
  }

  /** Keeps the name it had, and tells the administrators of every site where it takes part. */
  async renamed(tx: Tx, id: number, { organisations }: SiteFile, name: string): Promise<void> {
    const before = organisations.find((organisation) => organisation.id === id);
    if (before === undefined || before.name === name) return;
    await tx.sql('INSERT INTO organisation_former_name (organisation_id, name) VALUES ($1, $2)', [id, before.name]);
    const sites = await tx.sql<{ siteId: number }>(
      'SELECT site_id AS "siteId" FROM site_organisation WHERE organisation_id = $1 ORDER BY site_id',
      [id],
    );
    tx.send(
      tellMessage({
        kind: 'organisation_renamed',
        subjectType: 'organisation',
        subjectId: uuidOfOrganisation(id),
        to: sites.map(({ siteId }) => ({ role: 'site_administrator', siteId })),
        except: tx.actor.staffId,
      }),
    );
  }
}
