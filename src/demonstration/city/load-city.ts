import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import {
  addDays,
  fiscalYearOf,
  formatMonthWareki,
  type IsoDate,
  monthOf,
  type MovableClock,
  movableClock,
  nextMonth,
  previousMonth,
  tokyoDateOf,
} from '#kernel';
import { AppModule } from '../../app.module.js';
import { workerAlone } from '../../platform/database/index.js';
import { EmployersService } from '../../employers/index.js';
import { RemindersJob } from '../../notifications/index.js';
import { foundSite } from '../../founding/index.js';
import { MonthlyReportJob } from '../../reports/index.js';
import { ManualFiguresService, YearlyPlansService, PlanAgreementsService } from '../../yearly-plans/index.js';
import { LoadingSite } from '../loading/loading-site.js';
import { noteBackground } from './background/index.js';
import { Calendar } from './calendar.js';
import { Diary } from './diary.js';
import { EMPLOYERS } from './employers.js';
import { mihonCity } from './site.js';
import type { Stage } from './stage.js';
import { noteStories } from './stories/index.js';
import { yearlyPlanFile, type YearTargets } from './yearly-plan.js';

/** Name of the import run, in the audit of everything it writes. */
const RUN = 'demonstration';

const THIS_YEAR: YearTargets = {
  plans: 90,
  placements: 54,
  byReferral: 38,
  referrals: 160,
  visitsPerWeek: 70,
  consultationsPerMonth: 55,
  ratePercent: 60,
};
const LAST_YEAR: YearTargets = {
  plans: 80,
  placements: 44,
  byReferral: 30,
  referrals: 140,
  visitsPerWeek: 65,
  consultationsPerMonth: 45,
  ratePercent: 55,
};

export interface CityLoad {
  /** The owner of the schema, who founds the site; everything else goes through the services. */
  readonly owner: DataSource;
  readonly workerUrl: string;
  /** The moment told as now: nothing happens later. */
  readonly now: Date;
  readonly log: (message: string) => void;
  readonly progress: (reached: { readonly share: number; readonly month: string }) => void;
}

/** Founds 見本市 and has its staff do, day by day until now, what the stories tell. */
export async function loadCity({ owner, workerUrl, now, log, progress }: CityLoad): Promise<void> {
  const calendar = new Calendar(tokyoDateOf(now));
  const clock = movableClock(calendar.openedOn);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ database: workerAlone(withoutSynchronousCommit(workerUrl)), clock, poolSize: 1 }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  try {
    const newSite = mihonCity(calendar.openedOn, addDays(calendar.openedOn, -17));
    const founded = await owner.transaction((manager) => foundSite(manager, newSite));
    const site = new LoadingSite(app, newSite, founded, RUN);
    await importPlans(site, calendar);
    await registerEmployers(site, clock, calendar.openedOn);

    const diary = new Diary();
    const stage: Stage = { site, clock, calendar, diary };
    noteStories(stage);
    noteBackground(stage);
    noteSeminars(stage);
    noteReports(stage, app, founded.siteId);
    await diary.carryOut(clock, now, (day, share) => {
      log(`  ${monthOf(day)}`);
      progress({ share, month: formatMonthWareki(monthOf(day)) });
    });
    clock.set(now);
    await app.get(RemindersJob, { strict: false }).remindEverywhere();
  } finally {
    await app.close();
  }
}

/** Thousands of commits need not reach the disk one by one: a load that is cut short is begun anew, and its end is waited for. */
function withoutSynchronousCommit(url: string): string {
  const relaxed = new URL(url);
  relaxed.searchParams.set('options', '-c synchronous_commit=off');
  return relaxed.href;
}

async function importPlans(site: LoadingSite, { yearStart, openedOn }: Calendar): Promise<void> {
  const year = fiscalYearOf(yearStart);
  const agreedOn = addDays(openedOn, -17);
  const plans = site.service(YearlyPlansService);
  const administrator = site.actor('city-administrator');
  await plans.import(administrator, yearlyPlanFile(year - 1, openedOn, agreedOn, LAST_YEAR));
  await plans.import(administrator, yearlyPlanFile(year, openedOn, agreedOn, THIS_YEAR));
  const agreements = site.service(PlanAgreementsService);
  for (const each of [year - 1, year]) await agreements.agree(site.actor('hw-administrator'), each, 1);
}

/** The one figure that is typed in, at the beginning of the month that follows; it stands in no record of a person. */
function noteSeminars({ site, diary, calendar: { yearStart, today } }: Stage): void {
  const figures = site.service(ManualFiguresService);
  for (let month = monthOf(addDays(yearStart, -365)); month < monthOf(today); month = nextMonth(month)) {
    const value = 8 + ((Number(month.slice(5)) * 5) % 7);
    const fiscalYear = fiscalYearOf(`${month}-01`);
    diary.note('seminars', `${nextMonth(month)}-01`, '04:00', () =>
      figures.enter(site.actor('city-administrator'), fiscalYear, {
        code: 'seminar_attendance',
        month,
        value,
        source: 'セミナー受付簿',
      }),
    );
  }
}

async function registerEmployers(site: LoadingSite, clock: MovableClock, openedOn: IsoDate): Promise<void> {
  const employers = site.service(EmployersService);
  const actor = site.actor('counsellor');
  clock.set(openedOn);
  for (const { key, name, kana, industry, orders } of EMPLOYERS) {
    const { id } = await employers.register(actor, {
      name,
      nameKana: kana,
      industry,
      address: '見本市見本町1番地',
      contactPerson: '採用担当',
    });
    site.keep(key, id);
    for (const order of orders) {
      const received = await employers.receiveJobOrder(actor, id, {
        title: order.title,
        employmentType: order.type,
        conditions: order.conditions,
        receivedOn: openedOn,
        positions: 1 + (order.title.length % 3),
      });
      site.keep(order.key, received.id);
    }
  }
}

/** The monthly reports of both years, made on the first of each month as always, from what was on record by then. */
function noteReports(
  { diary, calendar: { yearStart, today } }: Stage,
  app: INestApplicationContext,
  siteId: number,
): void {
  const job = app.get(MonthlyReportJob, { strict: false });
  for (let month = nextMonth(monthOf(addDays(yearStart, -365))); month <= monthOf(today); month = nextMonth(month)) {
    const reported = previousMonth(month);
    diary.note('monthly report', `${month}-01`, '05:00', () => job.report(siteId, reported));
  }
}
