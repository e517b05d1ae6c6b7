import type { INestApplicationContext } from '@nestjs/common';
import type { Side, StaffActor, SystemActor } from '#access';
import { NotFound } from '#kernel';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { type PostLogin, postCode } from '../loading/index.js';

const SYSTEM: Pick<SystemActor, 'kind' | 'name'> = { kind: 'system', name: 'cli' };

/** The loaded sites, and who looks at their figures. */
export class PublishedSites {
  private constructor(
    private readonly work: UnitOfWork,
    private readonly ids: ReadonlyMap<string, number>,
  ) {}

  static async of(app: INestApplicationContext): Promise<PublishedSites> {
    const work = app.get(UnitOfWork, { strict: false });
    const rows = await work.read({ ...SYSTEM, siteIds: [], organisationIds: [] }, (tx) =>
      tx.sql<{ code: string; id: number }>('SELECT code, id FROM site'),
    );
    return new PublishedSites(work, new Map(rows.map(({ code, id }) => [code, id])));
  }

  /** @throws NotFound when no such site was loaded */
  id(code: string): number {
    const id = this.ids.get(code);
    if (id === undefined) throw new NotFound('site');
    return id;
  }

  /** Computes figures of one site: a system actor, since figures are the same whoever looks. */
  reporter(code: string): SystemActor {
    return { ...SYSTEM, siteIds: [this.id(code)], organisationIds: [] };
  }

  /** Whoever holds a post of the site, as signed in. */
  async holder(code: string, post: PostLogin): Promise<StaffActor> {
    const login = postCode(code, post);
    const siteId = this.id(code);
    const [row] = await this.work.read(this.reporter(code), (tx) =>
      tx.sql<{
        staffId: string;
        name: string;
        role: StaffActor['role'];
        organisationId: number;
        organisationName: string;
        side: Side;
      }>(
        `SELECT s.id AS "staffId", s.name, s.role, o.id AS "organisationId", o.name AS "organisationName", o.side
         FROM staff s JOIN organisation o ON o.id = s.organisation_id WHERE s.login = $1`,
        [login],
      ),
    );
    if (row === undefined) throw new NotFound('staff');
    return { kind: 'staff', ...row, siteIds: [siteId], siteId, deskId: null };
  }
}
