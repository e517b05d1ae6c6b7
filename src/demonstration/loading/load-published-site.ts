import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DomainError, InvalidInput, Blocked, type MovableClock } from '#kernel';
import { type FoundedSite, foundSite } from '../../founding/index.js';
import { YearlyPlansService, PlanAgreementsService } from '../../yearly-plans/index.js';
import { planFile, readPublishedPlans } from '../plans/read-plans.js';
import type { SiteRecords, UseCaseInput } from '../published-records/index.js';
import { LoadingSite } from './loading-site.js';
import { postCode, siteToFound } from './site-to-found.js';
import type { UseCases } from './use-case.js';
import { caseUseCases } from './use-cases/cases.js';
import { jobSearchUseCases } from './use-cases/job-search.js';
import { peopleUseCases } from './use-cases/people.js';
import { supportUseCases } from './use-cases/support.js';

/** Inputs after which the database takes stock of its tables. */
const COUNTED_EVERY = 1000;

/** Where a site is loaded: an application whose clock belongs to the loading alone. */
export interface LoadingContext {
  readonly app: INestApplicationContext;
  readonly clock: MovableClock;
  /** The owner of the schema, who founds the site; everything else goes through the services. */
  readonly owner: DataSource;
  /** Folder of the checkout, which holds the plan files. */
  readonly root: string;
  /** Name of the import run, kept with everything it writes. */
  readonly importedBy: string;
}

/**
 * Founds a site from its plan files, imports the plans, and has its staff do, each on its day, what the records tell.
 * @throws Error naming the input that a service refused, with its codes
 */
export async function loadPublishedSite(context: LoadingContext, records: SiteRecords): Promise<FoundedSite> {
  const { app, clock, owner, root, importedBy } = context;
  const plans = readPublishedPlans(root).filter((plan) => plan.site.code === records.site);
  const newSite = siteToFound(plans);
  clock.set(newSite.openedOn);
  const founded = await owner.transaction((manager) => foundSite(manager, newSite));
  const site = new LoadingSite(app, newSite, founded, importedBy);

  const administrator = site.actor(postCode(records.site, 'administrator'));
  for (const plan of plans) {
    await site
      .service(YearlyPlansService)
      .import(administrator, readFileSync(planFile(root, records.site, plan.site.fiscalYear), 'utf8'));
  }
  // The side whose administrator nobody invented agrees by its supervisor.
  const other = { ...site.actor(postCode(records.site, 'hello-work-supervisor')), role: 'site_administrator' } as const;
  for (const plan of plans) await site.service(PlanAgreementsService).agree(other, plan.site.fiscalYear, 1);
  const useCases: UseCases = {
    ...peopleUseCases(site),
    ...caseUseCases(site),
    ...supportUseCases(site),
    ...jobSearchUseCases(site),
  };
  for (const [index, input] of records.inputs.entries()) {
    // A database that fills within minutes is planned for as if empty until somebody counts it.
    if (index % COUNTED_EVERY === COUNTED_EVERY - 1) await owner.query('ANALYZE');
    clock.set(input.on);
    await carryOut(useCases, input, site);
  }
  return founded;
}

async function carryOut(useCases: UseCases, input: UseCaseInput, site: LoadingSite): Promise<void> {
  // The table pairs each kind of input with its own use case, which the compiler cannot follow through the look-up.
  const useCase = useCases[input.do] as (input: UseCaseInput, actor: ReturnType<LoadingSite['actor']>) => Promise<void>;
  try {
    await useCase(input, site.actor(input.by));
  } catch (error) {
    throw new Error(`${JSON.stringify(input)}: ${explanation(error)}`, { cause: error });
  }
}

function explanation(error: unknown): string {
  if (error instanceof InvalidInput) return JSON.stringify(error.fields);
  if (error instanceof Blocked) return JSON.stringify(error.reasons);
  if (error instanceof DomainError) return `${error.code} ${JSON.stringify(error.params)}`;
  return String(error);
}
