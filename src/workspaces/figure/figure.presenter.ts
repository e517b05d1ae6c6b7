import type { FactName, PlanIndicator, Window } from '#indicators';
import { fill, ja } from '#messages';
import type { TabItem } from '#ui';
import type { CountedRecord, FigurePart } from '../../indicators/index.js';

const screenWords = ja.screens.workspaces;

/** The numbers a figure is made of, each a page of its own. */
export function partsOf(indicator: PlanIndicator, window: Window, current: FigurePart): TabItem[] {
  const tab = (part: FigurePart, label: string): TabItem => ({
    label,
    href: partHref(indicator, window, part),
    current: part === current,
  });
  const { definition } = indicator;
  switch (definition.type) {
    case 'ratio':
      return [
        tab('numerator', fill(screenWords.numerator, { fact: ja.figure.fact[definition.numerator.fact] })),
        tab('denominator', fill(screenWords.denominator, { fact: ja.figure.fact[definition.denominator.fact] })),
      ];
    case 'sum':
      return definition.terms.map((term, index) => tab(`term-${index}`, `${index + 1}. ${ja.figure.fact[term.fact]}`));
    default:
      return [tab('value', ja.figure.part.value)];
  }
}

export function partHref({ code }: PlanIndicator, { from, to }: Window, part: FigurePart): string {
  return `/figures/${encodeURIComponent(code)}?from=${from}&to=${to}&part=${part}`;
}

const words = (list: Readonly<Record<string, string>>, code: string | null): string | undefined =>
  code === null ? undefined : (list[code] ?? code);

/** What the record was, in the codes' Japanese. */
export function recordText(fact: FactName, row: CountedRecord): string {
  const parts: (string | undefined)[] = {
    visit: [words(ja.visit.purpose, row.kind), fill(screenWords.persons, { count: row.quantity })],
    registration: [screenWords.registered],
    consultation: [words(ja.codes.consultationKind, row.kind), words(ja.codes.channel, row.channel)],
    support_request: [words(ja.codes.requestStatus, row.kind)],
    plan: [screenWords.planDrawnUp],
    referral: [words(ja.codes.referralOutcome, row.kind)],
    offer: [words(ja.codes.offerStatus, row.kind)],
    placement: [words(ja.codes.placementRoute, row.route), words(ja.codes.employmentType, row.employmentType)],
    support: [words(ja.codes.caseStatus, row.kind)],
  }[fact];
  return parts.filter((part) => part !== undefined).join('・');
}
