import type { INestApplicationContext, Type } from '@nestjs/common';
import type { ImportActor } from '#access';
import type { FoundedSite, NewSite } from '../../founding/index.js';
import type { Key, StaffCode } from '../published-records/index.js';

/** A site while it is loaded: its services, its staff as actors, and what the keys of the inputs became. */
export class LoadingSite {
  private readonly ids = new Map<Key, string>();
  private readonly actors: ReadonlyMap<StaffCode, ImportActor>;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly site: NewSite,
    private readonly founded: FoundedSite,
    importedBy: string,
  ) {
    this.actors = new Map(site.staff.map(({ login }) => [login, this.actorOf(login, importedBy)]));
  }

  service<Service>(type: Type<Service>): Service {
    return this.app.get(type, { strict: false });
  }

  /** The member of staff, as whom the import run acts. @throws Error when the plan files name no such member */
  actor(code: StaffCode): ImportActor {
    return known(this.actors.get(code), `staff ${code}`);
  }

  desk(code: string): number {
    return known(this.founded.deskIds.get(code), `desk ${code}`);
  }

  programme(code: string): number {
    return known(this.founded.programmeIds.get(code), `programme ${code}`);
  }

  organisation(code: string): number {
    return known(this.founded.organisationIds.get(code), `organisation ${code}`);
  }

  /** Keeps what a record of the inputs is called in the application. */
  keep(key: Key, id: string): void {
    this.ids.set(key, id);
  }

  /** @throws Error when no input before introduced the key */
  id(key: Key): string {
    return known(this.ids.get(key), key);
  }

  private actorOf(code: StaffCode, importedBy: string): ImportActor {
    const { siteId, organisationIds, staffIds } = this.founded;
    const {
      name,
      role,
      organisation: organisationCode,
    } = known(
      this.site.staff.find(({ login }) => login === code),
      `staff ${code}`,
    );
    const organisation = known(
      this.site.organisations.find((candidate) => candidate.code === organisationCode),
      organisationCode,
    );
    return {
      kind: 'staff',
      staffId: known(staffIds.get(code), `staff ${code}`),
      name,
      role,
      importedBy,
      organisationId: known(organisationIds.get(organisationCode), organisationCode),
      organisationName: organisation.name,
      side: organisation.side,
      siteIds: [siteId],
      siteId,
      deskId: null,
    };
  }
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`${what} is not known`);
  return found;
}
