import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Role, Side } from '#access';
import type { IsoDate } from '#kernel';
import { hashPassword } from '../auth/index.js';
import { DEFAULT_REASONS, type NewReason, REASON_STEP } from './default-reasons.js';
import { TARGET_GROUPS } from './target-groups.js';

export interface NewOrganisation {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
}

export interface NewStaff {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly nameKana: string;
  /** 職名: data of the site, permissions do not hang on it. */
  readonly title: string;
  readonly role: Role;
  /** Code of the organisation. */
  readonly organisation: string;
  readonly desk?: string;
  /** The password is handed over by somebody and changed at the first sign-in. */
  readonly mustChangePassword?: boolean;
}

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
  readonly staff: readonly NewStaff[];
  readonly agreement?: { readonly concludedOn: IsoDate; readonly parties: string; readonly summary?: string };
  readonly council?: {
    readonly name: string;
    readonly chair: string;
    readonly members: readonly { readonly organisationName: string; readonly post: string }[];
  };
}

export interface FoundedSite {
  readonly siteId: number;
  readonly organisationIds: ReadonlyMap<string, number>;
  readonly deskIds: ReadonlyMap<string, number>;
  readonly programmeIds: ReadonlyMap<string, number>;
  /** By login. */
  readonly staffIds: ReadonlyMap<string, string>;
}

/**
 * Founds a site (拠点): both sides' organisations, desks, agreement, council, programmes, reasons and first staff. Nobody can
 * be signed in before that, so it runs as the owner of the schema (installation, demonstration, figures), never in a request.
 * @param manager a transaction of the owner
 * @param hash how the passwords of the staff are kept
 */
export async function foundSite(
  manager: EntityManager,
  site: NewSite,
  hash: (password: string) => Promise<string> = hashPassword,
): Promise<FoundedSite> {
  await manager.query(
    `INSERT INTO target_group (code, name, position) SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(code text, name text, position int) ON CONFLICT (code) DO NOTHING`,
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
    const id = await idOf(
      manager,
      `INSERT INTO organisation (code, name, side) VALUES ($1, $2, $3) ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING id`,
      [code, name, side],
    );
    organisationIds.set(code, id);
    await manager.query('INSERT INTO site_organisation (site_id, organisation_id) VALUES ($1, $2)', [siteId, id]);
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
  await foundCouncil(manager, siteId, site);
  const staffIds = await foundStaff(manager, siteId, site, organisationIds, deskIds, hash);
  return { siteId, organisationIds, deskIds, programmeIds, staffIds };
}

async function foundCouncil(manager: EntityManager, siteId: number, { agreement, council }: NewSite): Promise<void> {
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

async function foundStaff(
  manager: EntityManager,
  siteId: number,
  site: NewSite,
  organisationIds: ReadonlyMap<string, number>,
  deskIds: ReadonlyMap<string, number>,
  hash: (password: string) => Promise<string>,
): Promise<Map<string, string>> {
  // One hash per password: demonstration and figures share theirs among many invented staff.
  const hashes = new Map<string, Promise<string>>();
  const staffIds = new Map<string, string>();
  for (const member of site.staff) {
    const kept = hashes.get(member.password) ?? hash(member.password);
    hashes.set(member.password, kept);
    const [existing]: { id: string }[] = await manager.query('SELECT id FROM staff WHERE login = $1', [member.login]);
    const id =
      existing?.id ??
      (await insertStaff(manager, member, organisationIds.get(member.organisation), site.openedOn, await kept));
    await manager.query('INSERT INTO staff_site (staff_id, site_id, desk_id, starts_on) VALUES ($1, $2, $3, $4)', [
      id,
      siteId,
      member.desk === undefined ? null : (deskIds.get(member.desk) ?? null),
      site.openedOn,
    ]);
    staffIds.set(member.login, id);
  }
  return staffIds;
}

/** Somebody with a sign-in, who works nowhere yet. @returns their id */
export async function insertStaff(
  manager: EntityManager,
  member: NewStaff,
  organisationId: number | undefined,
  employedFrom: IsoDate,
  hash?: string,
): Promise<string> {
  const { login, password, name, nameKana, title, role, mustChangePassword = false } = member;
  const id = uuid();
  await manager.query(
    'INSERT INTO staff (id, organisation_id, login, name, name_kana, title, role, employed_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, organisationId, login, name, nameKana, title, role, employedFrom],
  );
  await manager.query('INSERT INTO credential (staff_id, password_hash, must_change) VALUES ($1, $2, $3)', [
    id,
    hash ?? (await hashPassword(password)),
    mustChangePassword,
  ]);
  return id;
}

async function idOf(manager: EntityManager, sql: string, parameters: unknown[]): Promise<number> {
  const rows: { id: number }[] = await manager.query(sql, parameters);
  const [row] = rows;
  if (!row) throw new Error('the insert returned no id');
  return row.id;
}
