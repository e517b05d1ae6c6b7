import type { EntityManager } from 'typeorm';
import { hashPassword } from '../auth/index.js';
import { insertSite, type InsertedSite, type NewSite as NewSiteWithoutStaff } from '../organisations/index.js';
import {
  insertStaff,
  type NewStaff as NewStaffMember,
  staffWithLogin,
  startWorkAtSite,
} from '../team-members/index.js';

export interface NewStaff extends Omit<NewStaffMember, 'organisationId' | 'employedFrom' | 'passwordHash'> {
  readonly password: string;
  /** Code of the organisation. */
  readonly organisation: string;
  readonly desk?: string;
}

export interface NewSite extends NewSiteWithoutStaff {
  readonly staff: readonly NewStaff[];
}

export interface FoundedSite extends InsertedSite {
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
  const inserted = await insertSite(manager, site);
  // One hash per password: demonstration and figures share theirs among many invented staff.
  const hashes = new Map<string, Promise<string>>();
  const staffIds = new Map<string, string>();
  for (const { password, organisation, desk, ...member } of site.staff) {
    const kept = hashes.get(password) ?? hash(password);
    hashes.set(password, kept);
    const id =
      (await staffWithLogin(manager, member.login))?.id ??
      (await insertStaff(manager, {
        ...member,
        organisationId: inserted.organisationIds.get(organisation),
        employedFrom: site.openedOn,
        passwordHash: await kept,
      }));
    await startWorkAtSite(manager, {
      staffId: id,
      siteId: inserted.siteId,
      deskId: desk === undefined ? null : (inserted.deskIds.get(desk) ?? null),
      startsOn: site.openedOn,
    });
    staffIds.set(member.login, id);
  }
  return { ...inserted, staffIds };
}
