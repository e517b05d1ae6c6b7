import type { IsoDate } from '#kernel';
import type { IndicatorDefinition } from './definition.js';
import type { Target } from './target.js';
import type { Window } from './window.js';

/** Which of the two sides of the agreement an organisation stands on (自治体側／国側). */
export type PlanSide = 'municipal' | 'national';

export interface PlanStaff {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  /** Job title as the site says it (就職支援ナビゲーター …): data, no permission hangs on it. */
  readonly title: string;
}

export interface PlanOrganisation {
  readonly code: string;
  readonly name: string;
  readonly side: PlanSide;
  readonly staff: readonly PlanStaff[];
}

export interface PlanDesk {
  readonly code: string;
  readonly name: string;
  /** Where it is, in words. */
  readonly place?: string;
}

export interface PlanGroup {
  readonly code: string;
  readonly name: string;
}

/** A choice the source left open, printed with the figure ("延べ人は相談1回を1人と数える"). */
export interface PlanSetting {
  readonly about: 'counting' | 'date' | 'target_groups' | 'rate_style' | 'window' | 'other';
  readonly note: string;
}

/** An indicator (指標) of a programme: what is counted, what was promised, what to print beside it. */
export interface PlanIndicator {
  /** Unique in the plan; stable from year to year while the indicator is the same. */
  readonly code: string;
  readonly name: string;
  /** 人, 件, 人(延べ), %… */
  readonly unit: string;
  /** Counts up when the definition changes, so that years are not compared across a change unawares. */
  readonly version: number;
  readonly definition: IndicatorDefinition;
  readonly targets: readonly Target[];
  /** Code of the indicator this one is a part of (うち…). */
  readonly subCountOf?: string;
  readonly settings: readonly PlanSetting[];
  /** Codes of footnotes of the plan. */
  readonly footnotes: readonly string[];
}

/** A block of the plan with its target groups (事業・プログラム). */
export interface PlanProgramme {
  readonly code: string;
  readonly name: string;
  readonly targetGroups: readonly string[];
  /** States of a case that this programme may pass over (省略できる段階); left out, the site's own setting stays. */
  readonly optionalSteps?: readonly string[];
  readonly indicators: readonly PlanIndicator[];
}

/** The yearly plan of a site (事業計画), as one file. */
export interface YearlyPlan {
  readonly site: {
    readonly code: string;
    readonly name: string;
    readonly openedOn: IsoDate;
    readonly fiscalYear: number;
    /** The days the plan speaks of: the fiscal year, unless the file says otherwise. */
    readonly window: Window;
  };
  readonly agreement: { readonly signedOn?: IsoDate; readonly parties: readonly string[] } | null;
  readonly council: { readonly members: readonly string[]; readonly chair?: string } | null;
  readonly organisations: readonly PlanOrganisation[];
  readonly desks: readonly PlanDesk[];
  readonly targetGroups: readonly PlanGroup[];
  readonly programmes: readonly PlanProgramme[];
  readonly footnotes: readonly { readonly code: string; readonly text: string }[];
}

/** A defect of a plan file: where it is and what is wrong. */
export interface PlanError {
  /** Path inside the file, for example `programmes[0].indicators[2].definition.fact`. */
  readonly path: string;
  /** unknown_code, missing, not_a_date, unknown_field … */
  readonly code: string;
  /** Line in the file, from 1; null when the file as a whole is meant. */
  readonly line: number | null;
}

export type ParsedPlan =
  { readonly ok: true; readonly plan: YearlyPlan } | { readonly ok: false; readonly errors: readonly PlanError[] };
