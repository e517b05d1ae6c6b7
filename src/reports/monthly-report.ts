import type { YearMonth } from '#kernel';
import type { CountedNumber, Figure, Progress, Target, Window } from '#indicators';

/** A figure as it was when the report was made, with the version of its definition. */
export interface ReportedFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly definitionVersion: number;
  readonly window: Window;
  readonly figure: Figure<CountedNumber>;
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
}

export interface MonthlyReport {
  readonly id: string;
  readonly month: YearMonth;
  readonly madeAt: Date;
  readonly figures: { readonly inMonth: readonly ReportedFigure[]; readonly toDate: readonly ReportedFigure[] };
}
