import { fiscalYearRange } from '#kernel';
import { stringify } from 'yaml';
import type { CountDefinition, IndicatorDefinition } from '../definition.js';
import { PLAN_FORMAT } from './parse-yearly-plan.js';
import type { Target } from '../target.js';
import type { PlanIndicator, PlanProgramme, YearlyPlan } from '../yearly-plan.js';

/** Writes a plan as the YAML that {@link parseYearlyPlan} reads back into the same plan. What has its default is left out. */
export function formatYearlyPlan(plan: YearlyPlan): string {
  const { site } = plan;
  const whole = fiscalYearRange(site.fiscalYear);
  const customWindow = site.window.from !== whole.from || site.window.to !== whole.to;
  return stringify(
    withoutEmpty({
      format: PLAN_FORMAT,
      site: withoutEmpty({
        code: site.code,
        name: site.name,
        opened_on: site.openedOn,
        fiscal_year: site.fiscalYear,
        window: customWindow ? { from: site.window.from, to: site.window.to } : undefined,
      }),
      agreement:
        plan.agreement && withoutEmpty({ signed_on: plan.agreement.signedOn, parties: plan.agreement.parties }),
      council: plan.council && withoutEmpty({ chair: plan.council.chair, members: plan.council.members }),
      organisations: plan.organisations.map(({ code, name, side, staff }) => withoutEmpty({ code, name, side, staff })),
      desks: plan.desks,
      target_groups: plan.targetGroups,
      programmes: plan.programmes.map(programme),
      footnotes: plan.footnotes,
    }),
    { lineWidth: 120, aliasDuplicateObjects: false },
  );
}

function programme({ code, name, targetGroups, optionalSteps, indicators }: PlanProgramme): object {
  return {
    ...withoutEmpty({ code, name, target_groups: targetGroups }),
    // Said to be none is another thing than left unsaid.
    ...(optionalSteps === undefined ? {} : { optional_steps: optionalSteps }),
    ...withoutEmpty({ indicators: indicators.map(indicator) }),
  };
}

function indicator(figure: PlanIndicator): object {
  return withoutEmpty({
    code: figure.code,
    name: figure.name,
    unit: figure.unit,
    version: figure.version === 1 ? undefined : figure.version,
    ...definition(figure.definition),
    part_of: figure.subCountOf,
    targets: figure.targets.map(target),
    settings: figure.settings,
    footnotes: figure.footnotes,
  });
}

function definition(meaning: IndicatorDefinition): object {
  switch (meaning.type) {
    case 'count':
      return { count: count(meaning) };
    case 'sum':
      return { sum: meaning.terms.map(count) };
    case 'manual':
      return { manual: { source: meaning.source } };
    case 'ratio':
      return {
        ratio: { style: meaning.style, numerator: count(meaning.numerator), denominator: count(meaning.denominator) },
      };
  }
}

function count({ fact, counting, date, filters }: CountDefinition): object {
  const where = withoutEmpty({
    desks: filters.desks,
    programmes: filters.programmes,
    groups: filters.targetGroups?.anyOf,
    groups_moment: filters.targetGroups?.moment,
    routes: filters.routes,
    kinds: filters.kinds,
    channels: filters.channels,
    team_support_only: filters.teamSupportOnly,
    staff_roles: filters.staffRoles,
    staff: filters.staff,
  });
  return withoutEmpty({ fact, by: counting, date: date === 'occurred_on' ? undefined : date, where });
}

function target(promised: Target): object {
  switch (promised.type) {
    case 'per_year':
      return { per_year: promised.value };
    case 'per_month':
      return { per_month: promised.value };
    case 'per_week':
      return { per_week: promised.value, weeks_per_month: promised.weeksPerMonth };
    case 'profile':
      return { profile: promised.months };
    case 'rate':
      return { rate: promised.percent };
  }
}

/** Leaves out what is absent or an empty list or map. */
function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
