import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { type IsoDate, NotFound } from '#kernel';
import type { CountDefinition, FactName, IndicatorDefinition, Window } from '#indicators';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { type StoredIndicator, type StoredPlan, YearlyPlanRepository } from '../yearly-plans/index.js';
import { SitesRepository } from '../organisations/index.js';
import { countedFacts } from './count-sql.js';
import { factRelation } from './fact-relation.js';
import { FiguresService, type IndicatorFigure, indicatorOf } from './figures.service.js';
import { Parameters } from './parameters.js';
import { countedNumerator } from './ratio-sql.js';

/** Which number of a figure is opened: the figure itself, a rate's operand, or one term of a sum. */
export type FigurePart = 'value' | 'numerator' | 'denominator' | `term-${number}`;

export interface FigureAsked {
  readonly code: string;
  /** Days; the plan that holds the first of them says what the figure is, unless a fiscal year is named. */
  readonly window: Window;
  readonly fiscalYear?: number;
  readonly part: FigurePart;
  readonly asOf?: IsoDate;
  /** Of the records, from 1; the first unless named. */
  readonly page?: number;
}

/** An indicator over a window, and what is behind the number. */
export interface FigureWithRecords {
  readonly fiscalYear: number;
  readonly line: IndicatorFigure;
  /** None of a number that was typed in (手入力). */
  readonly opened?: OpenedFigure;
}

/** A record behind a figure, as far as the viewer may see it. */
export interface CountedRecord {
  readonly factId: string;
  readonly occurredOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly route: string | null;
  readonly employmentType: string | null;
  readonly quantity: number;
  readonly jobseekerId: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly kana: string | null;
  readonly caseId: string | null;
}

/** An amount, or that it is less than so many. */
export type WithheldAmount = { readonly amount: number } | { readonly lessThan: number };

export interface OpenedFigure {
  readonly indicator: StoredIndicator;
  readonly window: Window;
  readonly asOf: IsoDate;
  readonly fact: FactName;
  /** Records and people behind the number that the viewer may open. */
  readonly seen: { readonly records: number; readonly people: number };
  /** The number of the whole site, where it is told at all (`withheldFrom`). */
  readonly counted: number | null;
  /**
   * How much of that number the viewer may not open, in what the number counts (件, 人 …). Too little to be told apart is told as less than the
   * site's limit, be it nothing; null where the number of the whole site is not told.
   */
  readonly withheld: WithheldAmount | null;
  readonly page: number;
  /** Records a page at most. */
  readonly pageSize: number;
  /** Of the records the viewer may open, those of the page, by the person's kana. */
  readonly records: readonly CountedRecord[];
}

/** Records on a page of an opened figure. */
const OPENED_PAGE_SIZE = 50;

/** From a figure down to the very records it counted: counted for the whole site, listed as the viewer. */
@Injectable()
export class OpenedFiguresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: YearlyPlanRepository,
    private readonly figures: FiguresService,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound `yearly_plan`, `indicator`, or `figure_part` when the definition has no such part */
  async open(actor: StaffActor, asked: FigureAsked): Promise<OpenedFigure> {
    return this.work.read(actor, async (tx) => {
      const plan = await this.planOf(tx, asked);
      return (await this.opened(tx, plan, indicatorOf(plan, asked.code), asked)).opened;
    });
  }

  /** With the figure itself. @throws NotFound `yearly_plan`, `indicator`, or `figure_part` when the definition has no such part */
  async openWithFigure(actor: StaffActor, asked: FigureAsked): Promise<FigureWithRecords> {
    return this.work.read(actor, async (tx) => {
      const plan = await this.planOf(tx, asked);
      const indicator = indicatorOf(plan, asked.code);
      if (indicator.definition.type !== 'manual')
        return { fiscalYear: plan.fiscalYear, ...(await this.opened(tx, plan, indicator, asked)) };
      await tx.reports();
      const line = await this.figures.lineIn(tx, plan, indicator, asked.window, asked.asOf ?? tx.today);
      return { fiscalYear: plan.fiscalYear, line };
    });
  }

  private async planOf(tx: Transaction<StaffActor>, { fiscalYear, window }: FigureAsked): Promise<StoredPlan> {
    const { siteId } = tx.actor;
    return fiscalYear === undefined
      ? this.plans.covering(tx, siteId, window.from)
      : this.plans.get(tx, siteId, fiscalYear);
  }

  /**
   * Listed and counted as the viewer first, then counted at site scope, where the transaction stays. What is told of the others' is the difference
   * of two numbers that the viewer has: it tells nothing more.
   */
  private async opened(
    tx: Transaction<StaffActor>,
    plan: StoredPlan,
    indicator: StoredIndicator,
    { window, part, asOf = tx.today, page = 1 }: FigureAsked,
  ): Promise<{ opened: OpenedFigure; line: IndicatorFigure }> {
    const seeing = new Parameters('sent_each');
    const { fact, sql } = partSql(indicator.definition, part, tx.actor.siteId, window, asOf, seeing);
    const { seen, records } = await seenOnPage(tx, fact, sql, seeing, page);
    const { smallNumberLimit } = await this.sites.current(tx);
    const inSight = await this.figures.lineIn(tx, plan, indicator, window, asOf, 'in_sight');
    await tx.reports();
    const line = await this.figures.lineIn(tx, plan, indicator, window, asOf);
    const counted = numberOfPart(line.figure, part);
    const amount = counted === null ? null : counted - (numberOfPart(inSight.figure, part) ?? 0);
    const withheld = amount === null ? null : amount < smallNumberLimit ? { lessThan: smallNumberLimit } : { amount };
    const opened = {
      indicator,
      window,
      asOf,
      fact,
      seen,
      counted,
      withheld,
      page,
      pageSize: OPENED_PAGE_SIZE,
      records,
    };
    return { opened, line };
  }
}

/** The number of a part; null where there is none, or it is not told. */
function numberOfPart(figure: IndicatorFigure['figure'], part: FigurePart): number | null {
  switch (figure.state) {
    case 'count':
      return figure.value;
    case 'rate':
      return (part === 'numerator' ? figure.numerator : figure.denominator).value;
    case 'sum':
      return figure.terms[Number(part.slice('term-'.length))]?.value ?? null;
    default:
      return null;
  }
}

interface Amount {
  readonly records: number;
  readonly people: number;
}

/**
 * How much the viewer sees of the facts, and one page of it. What is seen is settled once for both; the page is cut before its
 * records are put into words. Its text follows the definition's shape and neither its days nor its groups, so it is planned once: with
 * the policies in it that takes longer than to find the records.
 */
async function seenOnPage(
  tx: Transaction,
  fact: FactName,
  facts: string,
  parameters: Parameters,
  page: number,
): Promise<{ seen: Amount; records: CountedRecord[] }> {
  const offset = parameters.add((page - 1) * OPENED_PAGE_SIZE, 'int');
  const rows = await tx.sql<CountedRecord & Amount>(
    `WITH seen AS MATERIALIZED (SELECT f.id, f.jobseeker_id, f.occurred_on FROM ${factRelation(fact)} f${facts}),
       cut AS MATERIALIZED (
         SELECT s.id, j.number, j.name, j.kana,
           row_number() OVER (ORDER BY j.kana_key NULLS LAST, s.occurred_on, s.id) AS place
         FROM seen s LEFT JOIN jobseeker_head j ON j.id = s.jobseeker_id
         ORDER BY j.kana_key NULLS LAST, s.occurred_on, s.id LIMIT ${OPENED_PAGE_SIZE} OFFSET ${offset})
     SELECT total.records, total.people, f.id AS "factId", f.occurred_on AS "occurredOn", f.decided_on AS "decidedOn", f.kind, f.channel,
       f.route, f.employment_type AS "employmentType", f.quantity, f.jobseeker_id AS "jobseekerId", cut.number, cut.name, cut.kana,
       f.case_id AS "caseId"
     FROM (SELECT count(*)::int AS records, count(DISTINCT jobseeker_id)::int AS people FROM seen) total
     LEFT JOIN (cut JOIN ${factRelation(fact)} f ON f.id = cut.id) ON true ORDER BY cut.place`,
    parameters.values,
  );
  const [{ records, people } = { records: 0, people: 0 }] = rows;
  return {
    seen: { records, people },
    // A page without records has the totals all the same.
    records: rows.filter(({ factId }) => factId !== null).map(({ records: _, people: __, ...record }) => record),
  };
}

function partSql(
  definition: IndicatorDefinition,
  part: FigurePart,
  siteId: number,
  window: Window,
  asOf: IsoDate,
  parameters: Parameters,
): { fact: FactName; sql: string } {
  const count = (counted: CountDefinition): { fact: FactName; sql: string } => ({
    fact: counted.fact,
    sql: countedFacts(counted, siteId, window, asOf, parameters),
  });
  if (definition.type === 'count' && part === 'value') return count(definition);
  if (definition.type === 'ratio' && part === 'denominator') return count(definition.denominator);
  if (definition.type === 'ratio' && part === 'numerator') {
    return { fact: definition.numerator.fact, sql: countedNumerator(definition, siteId, window, asOf, parameters) };
  }
  if (definition.type === 'sum' && part.startsWith('term-')) {
    const term = definition.terms[Number(part.slice('term-'.length))];
    if (term) return count(term);
  }
  throw new NotFound('figure_part');
}
