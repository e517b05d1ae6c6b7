import type { EntityManager } from 'typeorm';
import type { Side } from '#access';
import type { IsoDate } from '#kernel';
import { DEFAULT_REASONS, type NewReason, REASON_STEP } from './default-reasons.js';
import { TARGET_GROUPS } from './target-groups.js';

interface NewOrganisation {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
}

/** A site without its people. */
export interface NewSite {
  readonly code: string;
  readonly name: string;
  readonly openedOn: IsoDate;
  readonly organisations: readonly NewOrganisation[];
  readonly desks: readonly { readonly code: string; readonly name: string }[];
  /** Groups the site helps; all of them when absent. */
  readonly targetGroups?: readonly string[];
  readonly programmes: readonly {
    readonly code: string;
    readonly name: string;
    readonly optionalSteps?: readonly string[];
  }[];
  /** 理由の一覧 in its order; {@link DEFAULT_REASONS} when absent. */
  readonly reasons?: readonly NewReason[];
  readonly agreement?: { readonly concludedOn: IsoDate; readonly parties: string; readonly summary?: string };
  readonly council?: {
    readonly name: string;
    readonly chair: string;
    readonly members: readonly { readonly organisationName: string; readonly post: string }[];
  };
}

/** What was given the codes of a {@link NewSite}. */
export interface InsertedSite {
  readonly siteId: number;
  readonly organisationIds: ReadonlyMap<string, number>;
  readonly deskIds: ReadonlyMap<string, number>;
  readonly programmeIds: ReadonlyMap<string, number>;
}

/**
 * Writes a site (拠点): both sides' organisations, desks, agreement, council, programmes, reasons.
 * @param manager a transaction of the owner of the schema
 */
export async function insertSite(manager: EntityManager, site: NewSite): Promise<InsertedSite> {
  await manager.query(
    `INSERT INTO target_group (code, name, position, category)
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(code text, name text, position int, category text)
      ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(TARGET_GROUPS)],
  );
  const siteId = await idOf(manager, 'INSERT INTO site (code, name, opened_on) VALUES ($1, $2, $3) RETURNING id', [
    site.code,
    site.name,
    site.openedOn,
  ]);
  const groups = site.targetGroups ?? TARGET_GROUPS.map(({ code }) => code);
  await manager.query('INSERT INTO site_target_group (site_id, group_code) SELECT $1, unnest($2::text[])', [
    siteId,
    groups,
  ]);

  const organisationIds = new Map<string, number>();
  for (const { code, name, side } of site.organisations) {
    const id =
      (await organisationWithCode(manager, code))?.id ??
      (await idOf(manager, 'INSERT INTO organisation (code, name, side) VALUES ($1, $2, $3) RETURNING id', [
        code,
        name,
        side,
      ]));
    organisationIds.set(code, id);
    await bringIntoSite(manager, siteId, id);
  }
  const deskIds = new Map<string, number>();
  for (const { code, name } of site.desks) {
    deskIds.set(
      code,
      await idOf(manager, 'INSERT INTO desk (site_id, code, name) VALUES ($1, $2, $3) RETURNING id', [
        siteId,
        code,
        name,
      ]),
    );
  }
  const programmeIds = new Map<string, number>();
  for (const [position, { code, name, optionalSteps = [] }] of site.programmes.entries()) {
    const id = await idOf(
      manager,
      'INSERT INTO programme (site_id, code, name, optional_steps, position) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [siteId, code, name, optionalSteps, position],
    );
    programmeIds.set(code, id);
  }
  await manager.query(
    `INSERT INTO reason (site_id, code, name, occasions, position)
     SELECT $1, r.code, r.name, r.occasions, r.position FROM jsonb_to_recordset($2::jsonb) AS r(code text, name text, occasions text[], position int)`,
    [
      siteId,
      JSON.stringify(
        (site.reasons ?? DEFAULT_REASONS).map((reason, index) => ({ ...reason, position: (index + 1) * REASON_STEP })),
      ),
    ],
  );
  await insertCouncil(manager, siteId, site);
  return { siteId, organisationIds, deskIds, programmeIds };
}

/** The organisation takes part in the site from now on, if it did not before. */
export async function bringIntoSite(manager: EntityManager, siteId: number, organisationId: number): Promise<void> {
  await manager.query(
    'INSERT INTO site_organisation (site_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [siteId, organisationId],
  );
}

/** An organisation that works at other sites already keeps its name and its side, whatever a new site's file says. */
export async function organisationWithCode(
  manager: EntityManager,
  code: string,
): Promise<(NewOrganisation & { readonly id: number }) | undefined> {
  const [known]: (NewOrganisation & { readonly id: number })[] = await manager.query(
    'SELECT id, code, name, side FROM organisation WHERE code = $1',
    [code],
  );
  return known;
}

/** Whose codes these are; null for a code that nobody has. */
export async function idsOfCodes(
  manager: EntityManager,
  codes: { readonly site: string; readonly organisation?: string },
): Promise<{ siteId: number | null; organisationId: number | null }> {
  const [found]: { siteId: number | null; organisationId: number | null }[] = await manager.query(
    'SELECT (SELECT id FROM site WHERE code = $1) AS "siteId", (SELECT id FROM organisation WHERE code = $2) AS "organisationId"',
    [codes.site, codes.organisation ?? null],
  );
  return found ?? { siteId: null, organisationId: null };
}

async function insertCouncil(manager: EntityManager, siteId: number, { agreement, council }: NewSite): Promise<void> {
  if (agreement) {
    await manager.query('INSERT INTO agreement (site_id, concluded_on, parties, summary) VALUES ($1, $2, $3, $4)', [
      siteId,
      agreement.concludedOn,
      agreement.parties,
      agreement.summary ?? '',
    ]);
  }
  if (council) {
    const id = await idOf(manager, 'INSERT INTO council (site_id, name, chair) VALUES ($1, $2, $3) RETURNING id', [
      siteId,
      council.name,
      council.chair,
    ]);
    for (const { organisationName, post } of council.members) {
      await manager.query('INSERT INTO council_member (council_id, organisation_name, post) VALUES ($1, $2, $3)', [
        id,
        organisationName,
        post,
      ]);
    }
  }
}

async function idOf(manager: EntityManager, sql: string, parameters: unknown[]): Promise<number> {
  const rows: { id: number }[] = await manager.query(sql, parameters);
  const [row] = rows;
  if (!row) throw new Error('the insert returned no id');
  return row.id;
}
