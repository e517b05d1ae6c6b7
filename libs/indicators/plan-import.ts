import { countsOf } from './definition.js';
import type { PlanProgramme, YearlyPlan } from './yearly-plan.js';

/** Numbers typed in by hand (手入力の実績) that hang on one indicator of the year, whether the plan has it or not. */
export interface TypedFigures {
  /** Code of the indicator: under it the numbers come back. */
  readonly code: string;
  readonly name: string;
  readonly entries: number;
  /** The plan as it stands shows them: it has the indicator and its numbers are typed in. */
  readonly counted: boolean;
}

/** What an import does to numbers that were typed in; none is ever deleted. */
export interface TypedFiguresAfterImport {
  readonly code: string;
  readonly name: string;
  readonly entries: number;
  /** left_out: the file no longer has the code; counted_from_records: it has, but counts; returns: they count again. */
  readonly effect: 'left_out' | 'counted_from_records' | 'returns';
}

/** The numbers whose standing the file would change, in the order of their codes. */
export function typedFiguresAfterImport(
  kept: readonly TypedFigures[],
  plan: Pick<YearlyPlan, 'programmes'>,
): TypedFiguresAfterImport[] {
  const indicators = plan.programmes.flatMap((programme) => programme.indicators);
  return kept
    .filter(({ entries }) => entries > 0)
    .flatMap(({ code, name, entries, counted }): TypedFiguresAfterImport[] => {
      const indicator = indicators.find((each) => each.code === code);
      const typedIn = indicator?.definition.type === 'manual';
      if (typedIn === counted) return [];
      const effect = typedIn ? 'returns' : indicator ? 'counted_from_records' : 'left_out';
      return [{ code, name: indicator?.name ?? name, entries, effect }];
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Logins (ログインID) by which filters of the plan name staff, each once. */
export function staffNamedBy({ programmes }: Pick<YearlyPlan, 'programmes'>): string[] {
  const counts = programmes.flatMap(({ indicators }) => indicators.flatMap(({ definition }) => countsOf(definition)));
  return [...new Set(counts.flatMap(({ filters }) => filters.staff ?? []))];
}

/** What an import changes about a programme that the site has, old and new. */
export interface ProgrammeChange {
  readonly code: string;
  readonly changes: {
    readonly name?: { readonly from: string; readonly to: string };
    readonly optionalSteps?: { readonly from: readonly string[]; readonly to: readonly string[] };
  };
}

/** What the site has set about its programmes and the file says otherwise. What the file leaves unsaid stays as it is. */
export function programmeChanges(
  known: readonly { readonly code: string; readonly name: string; readonly optionalSteps: readonly string[] }[],
  programmes: readonly Pick<PlanProgramme, 'code' | 'name' | 'optionalSteps'>[],
): ProgrammeChange[] {
  return programmes.flatMap(({ code, name, optionalSteps }) => {
    const before = known.find((each) => each.code === code);
    if (!before) return [];
    const changes = {
      ...(name === before.name ? {} : { name: { from: before.name, to: name } }),
      ...(optionalSteps === undefined || sameSet(optionalSteps, before.optionalSteps)
        ? {}
        : { optionalSteps: { from: before.optionalSteps, to: optionalSteps } }),
    };
    return Object.keys(changes).length === 0 ? [] : [{ code, changes }];
  });
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();
