import type { Transaction } from '../platform/unit-of-work/index.js';

interface Coded {
  readonly code: string;
  readonly name: string;
}

interface NamedProgramme extends Coded {
  readonly optionalSteps?: readonly string[] | undefined;
}

/** Desks (窓口) that the site lacks; one it has keeps its name. */
export async function addMissingDesks(tx: Transaction, siteId: number, desks: readonly Coded[]): Promise<void> {
  for (const { code, name } of desks) {
    const [added] = await tx.sql<{ id: number }>(
      'INSERT INTO desk (site_id, code, name) VALUES ($1, $2, $3) ON CONFLICT (site_id, code) DO NOTHING RETURNING id',
      [siteId, code, name],
    );
    if (added) tx.record({ kind: 'desk.added', subject: { type: 'desk', id: String(added.id) } });
  }
}

/** Programmes (事業) that the site lacks; all of them stand in this order from now on. */
export async function addMissingProgrammes(
  tx: Transaction,
  siteId: number,
  programmes: readonly NamedProgramme[],
): Promise<void> {
  for (const [position, { code, name, optionalSteps = [] }] of programmes.entries()) {
    const [added] = await tx.sql<{ id: number }>(
      `INSERT INTO programme (site_id, code, name, optional_steps, position) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (site_id, code) DO NOTHING RETURNING id`,
      [siteId, code, name, optionalSteps, position],
    );
    if (added) tx.record({ kind: 'programme.added', subject: { type: 'programme', id: String(added.id) } });
    else
      await tx.sql('UPDATE programme SET position = $3 WHERE site_id = $1 AND code = $2 AND position <> $3', [
        siteId,
        code,
        position,
      ]);
  }
}

/** Changes a programme whatever its version: what is absent in `changes` stays. */
export async function changeProgramme(
  tx: Transaction,
  id: number,
  changes: {
    readonly name?: { readonly from: string; readonly to: string };
    readonly optionalSteps?: { readonly from: readonly string[]; readonly to: readonly string[] };
  },
): Promise<void> {
  await tx.sql(
    `UPDATE programme SET name = coalesce($2, name), optional_steps = coalesce($3, optional_steps), version = version + 1,
       updated_at = app_now(), updated_by = app_staff() WHERE id = $1`,
    [id, changes.name?.to ?? null, changes.optionalSteps?.to ?? null],
  );
  tx.record({ kind: 'programme.edited', subject: { type: 'programme', id: String(id) }, changes });
}
