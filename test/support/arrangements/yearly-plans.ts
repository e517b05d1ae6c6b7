/** A small plan of 見本市 for fiscal year 2026, as a file. */
export const PLAN_FILE = `format: yearly-plan/1
site: { code: mihon, name: 見本市就労支援コーナー, opened_on: 2024-04-01, fiscal_year: 2026 }
organisations:
  - { code: mihon-city, name: 見本市, side: municipal, staff: [] }
  - { code: hw-mihon, name: ハローワーク見本, side: national, staff: [] }
desks:
  - { code: main, name: 本庁窓口 }
  - { code: station, name: 駅前窓口 }
target_groups:
  - { code: livelihood_protection, name: 生活保護受給者 }
programmes:
  - code: livelihood
    name: 生活保護受給者等就労支援
    target_groups: [livelihood_protection]
    indicators:
      - code: placed
        name: 就職者数
        unit: 人
        count: { fact: placement, by: distinct_persons, date: starts_on, where: { groups: [livelihood_protection] } }
        targets:
          - { per_year: 60 }
          - { per_month: 5 }
`;
