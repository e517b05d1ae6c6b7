/** What of a plan file differs from spec to spec; YAML. */
export interface PlanFileParts {
  /** Staff of the municipal side, as a list in one line. */
  readonly staff?: string;
  /** The desk beside 本庁窓口. */
  readonly desk?: string;
}

/** A plan of 見本市 for fiscal year 2026 with one programme, as a file. @param indicators of it, indented by six, each line ended */
export function planFile(
  indicators: string,
  { staff = '[]', desk = '{ code: north, name: 北支所 }' }: PlanFileParts = {},
): string {
  return `format: yearly-plan/1
site: { code: mihon, name: 見本市就労支援コーナー, opened_on: 2024-04-01, fiscal_year: 2026 }
organisations:
  - { code: mihon-city, name: 見本市, side: municipal, staff: ${staff} }
  - { code: hw-mihon, name: ハローワーク見本, side: national, staff: [] }
desks:
  - { code: main, name: 本庁窓口 }
  - ${desk}
target_groups:
  - { code: livelihood_protection, name: 生活保護受給者 }
programmes:
  - code: livelihood
    name: 生活保護受給者等就労支援
    target_groups: [livelihood_protection]
    indicators:
${indicators}`;
}

/** A small plan, with a desk that the site does not have yet. */
export const PLAN_FILE = planFile(
  `      - code: placed
        name: 就職者数
        unit: 人
        count: { fact: placement, by: distinct_persons, date: starts_on, where: { groups: [livelihood_protection] } }
        targets:
          - { per_year: 60 }
          - { per_month: 5 }
`,
  { desk: '{ code: station, name: 駅前窓口 }' },
);
