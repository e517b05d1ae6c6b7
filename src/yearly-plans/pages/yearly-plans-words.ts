import type { CountDefinition, IndicatorDefinition, PlanIndicator, Target } from '#indicators';
import { ja } from '#messages';

/** What an indicator counts, in words. */
export function definitionText(definition: IndicatorDefinition): string {
  switch (definition.type) {
    case 'count':
      return countText(definition);
    case 'ratio':
      return ja.figure.rateStyle[definition.style];
    case 'sum':
      return `合計（${definition.terms.map(countText).join(' ＋ ')}）`;
    case 'manual':
      return `手入力（${definition.source}）`;
  }
}

const countText = ({ fact, counting }: CountDefinition): string =>
  `${ja.figure.fact[fact]}の${ja.figure.counting[counting]}`;

/** 「年間60人以上、月間5人以上」; a reference figure has none. */
export function targetsText({ targets, unit }: Pick<PlanIndicator, 'targets' | 'unit'>): string {
  if (targets.length === 0) return '目標なし（参考値）';
  return targets.map((target) => targetText(target, unit)).join('、');
}

function targetText(target: Target, unit: string): string {
  const name = ja.figure.target[target.type];
  if (target.type === 'rate') return `${target.percent}％以上`;
  if (target.type === 'profile')
    return `${name}計${Object.values(target.months).reduce((sum, month) => sum + month, 0)}${unit}`;
  return `${name}${target.value}${unit}以上`;
}
