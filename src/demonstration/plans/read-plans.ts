import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYearlyPlan, type YearlyPlan } from '#indicators';

/** The sites whose published plans come with the product, each for the fiscal years 2011 and 2012. */
const PUBLISHED_SITES = ['shinjuku', 'nakano', 'soja', 'aomori', 'kawaguchi'] as const;
const PUBLISHED_YEARS = [2011, 2012] as const;

/** @param root folder of the checkout or installation */
export function planFile(root: string, site: string, fiscalYear: number): string {
  return join(root, 'src', 'demonstration', 'plans', `${site}-${fiscalYear}.yaml`);
}

/** All published plans, site by site, the earlier year first. Throws on a file that is not a plan. */
export function readPublishedPlans(root: string): YearlyPlan[] {
  return PUBLISHED_SITES.flatMap((site) =>
    PUBLISHED_YEARS.map((year) => {
      const file = planFile(root, site, year);
      const parsed = parseYearlyPlan(readFileSync(file, 'utf8'));
      if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.errors)}`);
      return parsed.plan;
    }),
  );
}
