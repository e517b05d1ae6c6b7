import { programmeChanges, type YearlyPlan } from '#indicators';
import { StaleEdit } from '#kernel';
import { addMissingDesks, addMissingProgrammes, changeProgramme, type Site } from '../organisations/index.js';
import type { Transaction } from '../platform/unit-of-work/index.js';

/**
 * Stores a plan as the one in force of its year, beside every earlier edition of it.
 * @param expected version the import was previewed against, 0 for none; undefined takes whatever is there
 * @returns the plan's id
 * @throws StaleEdit when another import came in between
 */
export async function storePlan(tx: Transaction, plan: YearlyPlan, siteId: number, expected?: number): Promise<number> {
  const { fiscalYear, window } = plan.site;
  const document = JSON.stringify(plan);
  // The row is locked from here on: of two imports at once the second sees the version of the first.
  const [row] = await tx.sql<{ id: number; version: number }>(
    `INSERT INTO yearly_plan (site_id, fiscal_year, window_from, window_to, document) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (site_id, fiscal_year) DO UPDATE SET window_from = excluded.window_from, window_to = excluded.window_to,
       document = excluded.document, version = yearly_plan.version + 1, updated_at = app_now(), updated_by = app_staff()
     RETURNING id, version`,
    [siteId, fiscalYear, window.from, window.to, document],
  );
  if (!row) throw new Error('a plan that was written has no row');
  if (expected !== undefined && row.version !== expected + 1) await refuseStale(tx, row.id);
  await tx.sql('INSERT INTO yearly_plan_edition (yearly_plan_id, site_id, version, document) VALUES ($1, $2, $3, $4)', [
    row.id,
    siteId,
    row.version,
    document,
  ]);
  await storeIndicators(tx, plan, row.id, siteId);
  return row.id;
}

/** An indicator is known by its code: what was typed in under it stays when the plan leaves it out, and is there when it returns. */
async function storeIndicators(tx: Transaction, plan: YearlyPlan, planId: number, siteId: number): Promise<void> {
  const indicators = plan.programmes.flatMap((programme) => programme.indicators);
  const rows = indicators.map(({ code, name, unit, version, definition, targets }, position) => ({
    code,
    name,
    unit,
    definition_version: version,
    definition,
    targets,
    position,
  }));
  await tx.sql(
    `INSERT INTO indicator (yearly_plan_id, site_id, code, name, unit, position, definition, definition_version, targets)
     SELECT $1, $2, code, name, unit, position, definition, definition_version, targets
     FROM jsonb_to_recordset($3::jsonb) AS i(code text, name text, unit text, position int, definition jsonb, definition_version int, targets jsonb)
     ON CONFLICT (yearly_plan_id, code) DO UPDATE SET name = excluded.name, unit = excluded.unit, position = excluded.position,
       definition = excluded.definition, definition_version = excluded.definition_version, targets = excluded.targets, left_plan_at = NULL`,
    [planId, siteId, JSON.stringify(rows)],
  );
  await tx.sql(
    'UPDATE indicator SET left_plan_at = app_now() WHERE yearly_plan_id = $1 AND left_plan_at IS NULL AND code <> ALL ($2::text[])',
    [planId, indicators.map(({ code }) => code)],
  );
}

/** Desks and programmes the file names and the site lacks are added; none is taken away, since records hang on them. */
export async function completeSite(tx: Transaction, plan: YearlyPlan, site: Site): Promise<void> {
  await addMissingDesks(tx, site.id, plan.desks);
  await addMissingProgrammes(tx, site.id, plan.programmes);
  for (const { code, changes } of programmeChanges(site.programmes, plan.programmes)) {
    const programme = site.programmes.find((each) => each.code === code);
    if (programme) await changeProgramme(tx, programme.id, changes);
  }
}

/** Who imported the plan that is there, as the newest edition before this one says. */
async function refuseStale(tx: Transaction, planId: number): Promise<never> {
  const [newest] = await tx.sql<{ version: number; imported_at: Date; name: string | null }>(
    `SELECT e.version, e.imported_at, s.name FROM yearly_plan_edition e LEFT JOIN staff_head s ON s.id = e.imported_by
     WHERE e.yearly_plan_id = $1 ORDER BY e.version DESC LIMIT 1`,
    [planId],
  );
  throw new StaleEdit({
    changedBy: newest?.name ?? '',
    changedAt: newest?.imported_at ?? tx.now,
    currentVersion: newest?.version ?? 0,
  });
}
