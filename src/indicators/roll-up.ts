import type { SystemActor } from '#access';
import { fiscalYearRange, type IsoDate } from '#kernel';
import { type CountDefinition, ROLL_UP } from '#indicators';
import { SitesRepository } from '../organisations/index.js';
import type { UnitOfWork } from '../platform/unit-of-work/index.js';
import { FiguresRepository } from './figures.repository.js';

/** One site's numbers, in the order of `ROLL_UP`. */
interface RolledUpSite {
  readonly siteId: number;
  readonly values: readonly number[];
}

export interface RollUp {
  readonly definitions: readonly CountDefinition[];
  readonly sites: readonly RolledUpSite[];
  /** Added up over the sites. */
  readonly total: readonly number[];
}

const EVERYBODY = (siteIds: readonly number[]): SystemActor => ({
  kind: 'system',
  name: 'report',
  siteIds: [...siteIds],
  organisationIds: [],
});

/** 全国集計: one fiscal year of every site of the installation, in one statement. Numbers only; nobody's record is opened. */
export async function rollUp(
  work: UnitOfWork,
  fiscalYear: number,
  asOf: IsoDate = work.clock.today(),
): Promise<RollUp> {
  const siteIds = await work.read(EVERYBODY([]), (tx) => new SitesRepository().allIds(tx));
  const window = fiscalYearRange(fiscalYear);
  const wanted = ROLL_UP.map((definition) => ({ definition, window, asOf }));
  const figures = await work.report(EVERYBODY(siteIds), (tx) =>
    new FiguresRepository().evaluateSites(tx, siteIds, wanted),
  );
  const sites = siteIds.map((siteId, index) => ({
    siteId,
    values: (figures[index] ?? []).map((figure) => (figure.state === 'count' ? figure.value : 0)),
  }));
  const total = ROLL_UP.map((_, index) => sites.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  return { definitions: ROLL_UP, sites, total };
}
