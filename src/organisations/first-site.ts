import type { DataSource } from 'typeorm';
import { type Clock, InvalidInput, refuseInvalid } from '#kernel';
import { passwordProblems } from '#domain/organisation';
import { ja } from '#messages';
import { withOwnerConnection } from './owner-connection.js';
import { foundSite, type NewSite } from './founding.js';

const words = ja.screens.organisations;

/** The installation's very first sign-in. */
export interface FirstAdministrator {
  readonly login: string;
  readonly password: string;
}

/**
 * Makes a fresh installation usable: when nobody exists yet, a site with both sides and its first administrator, who must
 * change the password and gives everything its name under 拠点の管理. Two processes starting at once found one site.
 *
 * @param ownerUrl the owner of the schema; founding is nothing a request can do
 * @returns whether it was needed
 * @throws InvalidInput when the password would not do
 */
export async function foundFirstSite(
  ownerUrl: string,
  administrator: FirstAdministrator,
  clock: Clock,
): Promise<boolean> {
  return withOwnerConnection(ownerUrl, (owner) =>
    owner.transaction(async (manager) => {
      await manager.query('LOCK TABLE staff IN EXCLUSIVE MODE');
      if (await someoneExists(manager)) return false;
      refuseInvalid(passwordProblems('FIRST_ADMIN_PASSWORD', administrator));
      await foundSite(manager, unnamedSite(administrator, clock));
      return true;
    }),
  );
}

/** Whether anybody could sign in. */
export function hasStaff(ownerUrl: string): Promise<boolean> {
  return withOwnerConnection(ownerUrl, someoneExists);
}

/** Founds the site a file describes. @throws InvalidInput `code_taken`, `login_taken` */
export async function foundNewSite(ownerUrl: string, site: NewSite): Promise<void> {
  await withOwnerConnection(ownerUrl, (owner) =>
    owner.transaction(async (manager) => {
      const codes = await manager.query('SELECT 1 FROM site WHERE code = $1', [site.code]);
      if (codes.length > 0) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      const logins: { login: string }[] = await manager.query('SELECT login FROM staff WHERE login = ANY ($1)', [
        site.staff.map(({ login }) => login),
      ]);
      if (logins.length > 0)
        throw new InvalidInput(logins.map(({ login }) => ({ field: `staff.${login}`, code: 'login_taken' })));
      await foundSite(manager, site);
    }),
  );
}

async function someoneExists(connection: Pick<DataSource, 'query'>): Promise<boolean> {
  const [row]: { someone: boolean }[] = await connection.query('SELECT EXISTS (SELECT 1 FROM staff) AS someone');
  return row?.someone ?? false;
}

function unnamedSite({ login, password }: FirstAdministrator, clock: Clock): NewSite {
  return {
    code: 'site',
    name: words.unnamedSite,
    openedOn: clock.today(),
    organisations: [
      { code: 'municipality', name: words.unnamedMunicipality, side: 'municipal' },
      { code: 'hello-work', name: words.unnamedHelloWork, side: 'national' },
    ],
    desks: [],
    programmes: [],
    staff: [
      {
        login,
        password,
        mustChangePassword: true,
        name: words.firstAdministrator,
        nameKana: words.firstAdministratorKana,
        title: '',
        role: 'site_administrator',
        organisation: 'municipality',
      },
    ],
  };
}
