/**
 * Invented records behind published figures (公表値). Only this folder knows the figures: it tells, day by day, what staff
 * did so that counting the records gives the printed numbers; the engine that counts knows nothing of them.
 */
import type { YearlyPlan } from '#indicators';
import type { SiteRecords } from './inputs.js';
import { SiteFigures, type PublishedFigure } from './published-figure.js';
import { aomori } from './sites/aomori.js';
import { kawaguchi } from './sites/kawaguchi.js';
import { nakano } from './sites/nakano.js';
import { shinjuku } from './sites/shinjuku.js';
import { soja } from './sites/soja.js';
import { stageOf, type Stage } from './stage.js';

export * from './inputs.js';
export { type PublishedFigure } from './published-figure.js';
export { readFigures } from './read-figures.js';
export { LAST_DAY } from './stage.js';

const STORIES: Readonly<Record<string, (stage: Stage, figures: SiteFigures) => void>> = {
  shinjuku,
  nakano,
  soja,
  aomori,
  kawaguchi,
};

/**
 * The records of every site that has a story, in the order of the plans. The same plans and figures give the same records.
 * @param plans plan files of the sites; of several years the first one names staff and desks
 */
export function recordsFor(plans: readonly YearlyPlan[], figures: readonly PublishedFigure[]): SiteRecords[] {
  const firstPlans = plans.filter(
    (plan, index) => plans.findIndex(({ site }) => site.code === plan.site.code) === index,
  );
  return firstPlans.map((plan) => {
    const site = plan.site.code;
    const story = STORIES[site];
    if (story === undefined) throw new Error(`no story for the site ${site}`);
    const stage = stageOf(plan);
    story(stage, new SiteFigures(figures.filter((figure) => figure.site === site)));
    return { site, inputs: stage.diary.inOrder() };
  });
}
