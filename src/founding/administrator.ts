import { IsNotEmpty, IsString } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { type Clock, InvalidInput, isKana, refuseInvalid, toKatakana } from '#kernel';
import { hashPassword } from '../auth/index.js';
import { bringIntoSite, idsOfCodes } from '../organisations/index.js';
import { validated } from '../platform/http/index.js';
import { insertStaff, staffWithLogin, startWorkAtSite } from '../team-members/index.js';
import { withOwnerConnection } from './owner-connection.js';
import { firstPassword } from './first-password.js';

/** 拠点管理者 for an organisation that has none at a site. */
class AdministratorToAdd {
  /** Code of the site. */
  @IsNotEmpty()
  @IsString()
  site: string;

  /** Code of the organisation, whether or not it takes part in the site yet. */
  @IsNotEmpty()
  @IsString()
  organisation: string;

  @IsNotEmpty()
  @IsString()
  login: string;

  @IsNotEmpty()
  @IsString()
  name: string;

  @IsNotEmpty()
  @IsString()
  nameKana: string;
}

interface Place {
  readonly siteId: number;
  readonly organisationId: number;
}

/**
 * Gives an organisation an administrator at a site, and brings the organisation in where it takes no part yet. Nothing the
 * pages can do: whoever makes a sign-in for another organisation could use it.
 *
 * @param ownerUrl the owner of the schema
 * @returns the password to hand over, to be changed at the first sign-in; null for an administrator of the organisation who
 *   has a sign-in already and works at this site from today as well
 * @throws InvalidInput `no_such_record` (site, organisation), `login_taken`, `not_kana`
 */
export async function addAdministrator(ownerUrl: string, input: unknown, clock: Clock): Promise<string | null> {
  const wanted = await validated(AdministratorToAdd, input);
  refuseInvalid(isKana(wanted.nameKana) ? [] : [{ field: 'nameKana', code: 'not_kana' }]);
  return withOwnerConnection(ownerUrl, (owner) =>
    owner.transaction(async (manager) => {
      const place = await placeOf(manager, wanted);
      await bringIntoSite(manager, place.siteId, place.organisationId);
      const known = await administratorWith(manager, wanted.login, place);
      const { staffId, password } =
        known === undefined
          ? await newAdministrator(manager, wanted, place, clock)
          : { staffId: known, password: null };
      await startWork(manager, staffId, place, clock);
      return password;
    }),
  );
}

async function placeOf(manager: EntityManager, { site, organisation }: AdministratorToAdd): Promise<Place> {
  const { siteId, organisationId } = await idsOfCodes(manager, { site, organisation });
  if (siteId === null || organisationId === null) {
    throw new InvalidInput([
      ...(siteId === null ? [{ field: 'site', code: 'no_such_record' }] : []),
      ...(organisationId === null ? [{ field: 'organisation', code: 'no_such_record' }] : []),
    ]);
  }
  return { siteId, organisationId };
}

/** The administrator of the organisation with that login; undefined where nobody has it. @throws InvalidInput `login_taken` when anybody else has */
async function administratorWith(
  manager: EntityManager,
  login: string,
  { organisationId }: Place,
): Promise<string | undefined> {
  const holder = await staffWithLogin(manager, login);
  if (!holder) return undefined;
  const fits = holder.role === 'site_administrator' && holder.organisationId === organisationId && !holder.leaves;
  if (!fits) throw new InvalidInput([{ field: 'login', code: 'login_taken' }]);
  return holder.id;
}

async function newAdministrator(
  manager: EntityManager,
  { login, name, nameKana }: AdministratorToAdd,
  { organisationId }: Place,
  clock: Clock,
): Promise<{ staffId: string; password: string }> {
  const password = firstPassword();
  const staffId = await insertStaff(manager, {
    login,
    name,
    nameKana: toKatakana(nameKana),
    title: '',
    role: 'site_administrator',
    organisationId,
    employedFrom: clock.today(),
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
  });
  return { staffId, password };
}

/** On record for the organisation's auditor, as what it is: an act on the server. */
async function startWork(
  manager: EntityManager,
  staffId: string,
  { siteId, organisationId }: Place,
  clock: Clock,
): Promise<void> {
  const began = await startWorkAtSite(manager, { staffId, siteId, deskId: null, startsOn: clock.today() });
  if (!began) return;
  await manager.query(
    `INSERT INTO audit_entry (id, at, site_id, org_id, actor_system, action, subject_type, subject_id)
      VALUES (gen_random_uuid(), $1, $2, $3, 'cli', 'staff.joined_site', 'staff', $4)`,
    [clock.now(), siteId, organisationId, staffId],
  );
}
