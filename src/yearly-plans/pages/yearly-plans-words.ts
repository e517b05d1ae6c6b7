import type { CountDefinition, IndicatorDefinition, PlanIndicator, Target } from '#indicators';
import { fill, ja } from '#messages';

const words = ja.screens.yearlyPlans;

/** What an indicator counts, in words. */
export function definitionText(definition: IndicatorDefinition): string {
  switch (definition.type) {
    case 'count':
      return countText(definition);
    case 'ratio':
      return ja.figure.rateStyle[definition.style];
    case 'sum':
      return fill(words.sumOf, { terms: definition.terms.map(countText).join(' ＋ ') });
    case 'manual':
      return fill(words.typedIn, { source: definition.source });
  }
}

const countText = ({ fact, counting }: CountDefinition): string =>
  fill(words.factByCounting, { fact: ja.figure.fact[fact], counting: ja.figure.counting[counting] });

/** 「年間60人以上、月間5人以上」; a reference figure has none. */
export function targetsText({ targets, unit }: Pick<PlanIndicator, 'targets' | 'unit'>): string {
  if (targets.length === 0) return words.noTarget;
  return targets.map((target) => targetText(target, unit)).join('、');
}

function targetText(target: Target, unit: string): string {
  const name = ja.figure.target[target.type];
  if (target.type === 'rate') return fill(words.atLeastPercent, { percent: target.percent });
  if (target.type === 'profile')
    return fill(words.totalOf, {
      name,
      total: Object.values(target.months).reduce((sum, month) => sum + month, 0),
      unit,
    });
  return fill(words.atLeast, { name, value: target.value, unit });
}
