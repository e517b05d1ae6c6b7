import type { IsoDate } from '#kernel';

/** One number that a site printed. */
export interface PublishedFigure {
  /** Identifier of the printed line, for example `SJK-5`. */
  readonly kpi: string;
  readonly site: string;
  /** Fiscal year of the plan file that holds the indicator. */
  readonly fiscalYear: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Day of knowledge; null for a target. */
  readonly asOf: IsoDate | null;
  /** Code of the indicator in the plan file. */
  readonly indicator: string;
  readonly what: 'target' | 'actual' | 'rate' | 'numerator' | 'denominator';
  /** Which of the indicator's targets; null for what is not a target. */
  readonly target: string | null;
  readonly printed: string;
  /** The printed number; percent for a rate. */
  readonly number: number;
  /** Whether numerator and denominator of a rate were printed; null for what is not part of a rate. */
  readonly operandsPrinted: boolean | null;
  /** Numerator and denominator of a rate: those printed, or the whole numbers chosen because they round to it. */
  readonly operands: { readonly numerator: number; readonly denominator: number } | null;
  /** Reading chosen where the source leaves it open. */
  readonly setting: string | null;
}

/** Looks up what one site printed. */
export class SiteFigures {
  constructor(private readonly figures: readonly PublishedFigure[]) {}

  /** @throws Error when the figure is not in the list, or twice */
  number(kpi: string, from: IsoDate, what: PublishedFigure['what'] = 'actual'): number {
    return this.only(kpi, from, what).number;
  }

  /** @throws Error when the rate is not in the list */
  operands(kpi: string, from: IsoDate): { readonly numerator: number; readonly denominator: number } {
    const { operands } = this.only(kpi, from, 'rate');
    if (operands === null) throw new Error(`${kpi} from ${from} has no operands`);
    return operands;
  }

  /** The monthly series of an actual, by first day of the month, in order. */
  series(kpi: string): { readonly from: IsoDate; readonly to: IsoDate; readonly number: number }[] {
    return this.figures
      .filter((figure) => figure.kpi === kpi && figure.what === 'actual')
      .sort((one, other) => one.from.localeCompare(other.from));
  }

  private only(kpi: string, from: IsoDate, what: PublishedFigure['what']): PublishedFigure {
    const found = this.figures.filter((figure) => figure.kpi === kpi && figure.from === from && figure.what === what);
    const [figure] = found;
    if (figure === undefined || found.length > 1)
      throw new Error(`${found.length} figures of ${kpi} (${what}) from ${from}`);
    return figure;
  }
}
