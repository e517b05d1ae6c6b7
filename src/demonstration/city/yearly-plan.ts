import { fiscalMonths, type FiscalYear, type IsoDate } from '#kernel';
import { CITY, DESKS, HELLO_WORK, PROGRAMMES, SITE_CODE } from './site.js';

/** What the city promised for a year. */
export interface YearTargets {
  readonly plans: number;
  readonly placements: number;
  readonly byReferral: number;
  readonly referrals: number;
  readonly visitsPerWeek: number;
  readonly consultationsPerMonth: number;
  readonly ratePercent: number;
}

/** Shares of a year's new plans from April to March: most people come in spring and autumn. */
const SEASON = [10, 10, 9, 8, 7, 9, 10, 9, 6, 7, 8, 7] as const;

/** 事業計画 of 見本市 for one fiscal year, as the file an office would import. */
export function yearlyPlanFile(year: FiscalYear, openedOn: IsoDate, agreedOn: IsoDate, targets: YearTargets): string {
  const optionalSteps = (steps: readonly string[]): string =>
    steps.length === 0 ? '' : `\n    optional_steps: [${steps.join(', ')}]`;
  const [welfare, ...others] = PROGRAMMES;
  return `format: yearly-plan/1
site: { code: ${SITE_CODE}, name: 見本市就労支援コーナー, opened_on: ${openedOn}, fiscal_year: ${year} }
agreement: { signed_on: ${agreedOn}, parties: [見本市長, 見本労働局長, ハローワーク見本所長] }
council: { chair: 見本市副市長, members: [見本市, 見本労働局, ハローワーク見本, 見本商工会] }
organisations:
  - { code: ${CITY}, name: 見本市, side: municipal }
  - { code: ${HELLO_WORK}, name: ハローワーク見本, side: national }
desks:
${DESKS.map(({ code, name, place }) => `  - { code: ${code}, name: ${name}, place: ${place} }`).join('\n')}
target_groups:
  - { code: livelihood_protection, name: 生活保護受給者 }
  - { code: child_rearing_allowance, name: 児童扶養手当受給者 }
  - { code: housing_allowance, name: 住宅手当受給者 }
  - { code: needy, name: 生活困窮者 }
  - { code: disabled, name: 障害者 }
programmes:
  - code: ${welfare.code}
    name: ${welfare.name}${optionalSteps(welfare.optionalSteps)}
    indicators:
${indicators(year, targets)}
${others.map(({ code, name, optionalSteps: steps }) => `  - code: ${code}\n    name: ${name}${optionalSteps(steps)}`).join('\n')}
footnotes:
  - { code: not_final, text: 年度をまたいで支援が続く人がいるため、就職者数と就職率は確定した数ではない。 }
`;
}

function indicators(
  year: FiscalYear,
  { plans, placements, byReferral, referrals, visitsPerWeek, consultationsPerMonth, ratePercent }: YearTargets,
): string {
  const profile = fiscalMonths(year)
    .map((month, index) => `${month}: ${Math.round((plans * (SEASON[index] ?? 0)) / 100)}`)
    .join(', ');
  const placed = '{ fact: placement, by: distinct_persons, date: starts_on }';
  return `
      - code: visits
        name: 来所者数
        unit: 人
        count: { fact: visit, by: quantity }
        targets: [{ per_week: ${visitsPerWeek}, weeks_per_month: 4 }]
      - code: registrations
        name: 新規登録者数
        unit: 人
        count: { fact: registration, by: distinct_persons }
        settings: [{ about: counting, note: 目標のない参考値。 }]
      - code: consultations
        name: 相談件数
        unit: 件
        count: { fact: consultation, by: occurrences }
        targets: [{ per_month: ${consultationsPerMonth} }]
      - code: team_consultations
        name: うちチーム支援
        unit: 件
        part_of: consultations
        count: { fact: consultation, by: occurrences, where: { team_support_only: true } }
        settings: [{ about: counting, note: 市とハローワークの職員が同席した相談を数える。 }]
      - code: new_plans
        name: 新規支援対象者数（プラン策定）
        unit: 人
        count: { fact: plan, by: distinct_persons }
        targets: [{ profile: { ${profile} } }]
        settings: [{ about: date, note: 本人がプランに同意した日で数える。 }]
      - code: referrals
        name: 職業紹介件数
        unit: 件
        count: { fact: referral, by: occurrences }
        targets: [{ per_year: ${referrals} }]
      - code: placed
        name: 就職者数
        unit: 人
        count: ${placed}
        targets: [{ per_year: ${placements} }]
        settings: [{ about: date, note: 就職は雇入日で数え、取り消された就職は数えない。 }]
      - code: placed_by_referral
        name: うち紹介就職
        unit: 人
        part_of: placed
        count: { fact: placement, by: distinct_persons, date: starts_on, where: { routes: [hello_work_referral] } }
        targets: [{ per_year: ${byReferral} }]
      - code: placement_rate
        name: 就職率（期間）
        unit: "%"
        ratio: { style: period, numerator: ${placed}, denominator: { fact: plan, by: distinct_persons } }
        targets: [{ rate: ${ratePercent} }]
        footnotes: [not_final]
      - code: placement_rate_cohort
        name: 就職率（プラン策定者のその後）
        unit: "%"
        ratio: { style: cohort, numerator: ${placed}, denominator: { fact: plan, by: distinct_persons } }
        footnotes: [not_final]
      - code: placement_rate_supported
        name: 就職率（支援中の人に対する）
        unit: "%"
        ratio: { style: on_supported, numerator: ${placed}, denominator: { fact: support, by: people_under_support } }
      - code: seminar_attendance
        name: 就職セミナー参加者数
        unit: 人
        manual: { source: セミナー受付簿 }
        targets: [{ per_year: 120 }]`.slice(1);
}
