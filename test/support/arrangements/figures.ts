import type { TestApplication } from '../application.js';
import { planFile } from './yearly-plans.js';

/** 見本市's plan of the fiscal year 2026: what is counted in specs about figures. */
export const MIHON_PLAN = planFile(`      - code: new_plans
        name: 新規支援対象者数
        unit: 人
        count: { fact: plan, by: distinct_persons }
        targets:
          - per_year: 120
      - code: consultations
        name: 相談延べ数
        unit: 件
        count: { fact: consultation, by: occurrences }
      - code: referrals
        name: 紹介件数
        unit: 件
        count: { fact: referral, by: occurrences }
      - code: placements
        name: 就職者数
        unit: 人
        count: { fact: placement, by: distinct_persons, date: decided_on }
      - code: referred_placements
        name: うち紹介就職
        unit: 人
        count: { fact: placement, by: distinct_persons, date: decided_on, where: { routes: [hello_work_referral] } }
        part_of: placements
      - code: placement_rate
        name: 就職率
        unit: "%"
        ratio:
          style: period
          numerator: { fact: placement, by: distinct_persons, date: decided_on }
          denominator: { fact: plan, by: distinct_persons }
        targets:
          - rate: 60
`);

/** The administrator imports 見本市's plan, and that of the other side agrees to it. */
export async function aYearlyPlan(t: TestApplication, file: string = MIHON_PLAN): Promise<void> {
  const { status, body } = await (await t.as('administrator')).put('/yearly-plans', { file });
  if (status >= 300) throw new Error(`the plan was refused: ${JSON.stringify(body)}`);
  await bothSidesAgree(t);
}

/** Whatever the plans in force count is agreed by both sides, as their administrators do. */
export async function bothSidesAgree(t: TestApplication): Promise<void> {
  await t.owner.query(
    `INSERT INTO definition_agreement (site_id, org_id, side, window_from, window_to, definition, agreed_at)
     SELECT DISTINCT ON (p.site_id, o.side, p.window_from, p.window_to, i.definition)
       p.site_id, o.id, o.side, p.window_from, p.window_to, i.definition, now()
     FROM yearly_plan p JOIN indicator i ON i.yearly_plan_id = p.id AND i.left_plan_at IS NULL AND i.definition ->> 'type' <> 'manual'
     JOIN site_organisation so ON so.site_id = p.site_id JOIN organisation o ON o.id = so.organisation_id
     ON CONFLICT DO NOTHING`,
  );
}

/** The month's figures by indicator code: the number, percent for a rate, null when there is none. */
export async function figuresOf(
  t: TestApplication,
  month: string,
  login = 'city-supervisor',
): Promise<Record<string, number | null>> {
  const { body } = await (await t.as(login)).get(`/figures?month=${month}`);
  const items: { code: string; figure: { value?: number; percent?: number | null } }[] = body.inMonth;
  return Object.fromEntries(items.map(({ code, figure }) => [code, figure.value ?? figure.percent ?? null]));
}
