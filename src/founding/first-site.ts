import { type Clock, type FieldError, InvalidInput, refuseInvalid } from '#kernel';
import { ja } from '#messages';
import { idsOfCodes, organisationWithCode } from '../organisations/index.js';
import { hasAnyStaff, staffWithLogin } from '../team-members/index.js';
import { withOwnerConnection } from './owner-connection.js';
import { newPasswordProblems } from '../auth/index.js';
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
      if (await hasAnyStaff(manager, { lock: true })) return false;
      refuseInvalid(newPasswordProblems('FIRST_ADMIN_PASSWORD', administrator));
      await foundSite(manager, unnamedSite(administrator, clock));
      return true;
    }),
  );
}

/** Whether anybody could sign in. */
export function hasStaff(ownerUrl: string): Promise<boolean> {
  return withOwnerConnection(ownerUrl, ({ manager }) => hasAnyStaff(manager));
}

/** Founds the site a file describes. @throws InvalidInput `code_taken`, `login_taken`, `organisation_of_other_side`, `organisation_named_otherwise` */
export async function foundNewSite(ownerUrl: string, site: NewSite): Promise<void> {
  await withOwnerConnection(ownerUrl, (owner) =>
    owner.transaction(async (manager) => {
      const { siteId } = await idsOfCodes(manager, { site: site.code });
      if (siteId !== null) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      const taken: FieldError[] = [];
      for (const [index, { code, name, side }] of site.organisations.entries()) {
        const known = await organisationWithCode(manager, code);
        if (known && known.side !== side)
          taken.push({ field: `organisations.${index}.side`, code: 'organisation_of_other_side', params: { code } });
        if (known && known.name !== name)
          taken.push({
            field: `organisations.${index}.name`,
            code: 'organisation_named_otherwise',
            params: { code, name: known.name },
          });
      }
      for (const { login } of site.staff)
        if (await staffWithLogin(manager, login)) taken.push({ field: `staff.${login}`, code: 'login_taken' });
      refuseInvalid(taken);
      await foundSite(manager, site);
    }),
  );
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
