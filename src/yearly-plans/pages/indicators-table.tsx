import { formatWareki } from '#kernel';
import type { PlanIndicator, YearlyPlan } from '#indicators';
import { Card, KeyValues, Stack, Table } from '#ui';
import { definitionText, targetsText } from './yearly-plans-words.js';

/** A plan as the table that the council knows: programme by programme, indicator and target. */
export function PlanTables({ plan }: { plan: YearlyPlan }): JSX.Element {
  const { site, programmes } = plan;
  const nameOf = new Map(programmes.flatMap(({ indicators }) => indicators).map(({ code, name }) => [code, name]));
  const groupNames = new Map(plan.targetGroups.map(({ code, name }) => [code, name]));
  return (
    <Stack>
      <Card>
        <KeyValues
          items={[
            { term: '対象期間', text: `${formatWareki(site.window.from)}から${formatWareki(site.window.to)}まで` },
            { term: '窓口', text: plan.desks.map(({ name }) => name).join('、') },
            { term: '指標', text: `${nameOf.size}件` },
          ]}
        />
      </Card>
      {programmes.map((programme) => (
        <Card title={programme.name}>
          {programme.targetGroups.length === 0 ? (
            ''
          ) : (
            <p safe>{`対象者：${programme.targetGroups.map((code) => groupNames.get(code) ?? code).join('、')}`}</p>
          )}
          <Table
            caption={`${programme.name}の指標と目標`}
            captionHidden
            phone="cards"
            rows={programme.indicators}
            empty="指標がありません。"
            columns={[
              {
                header: '指標',
                rowHeader: true,
                width: 'wide',
                text: (row: PlanIndicator) =>
                  row.subCountOf === undefined || row.name.startsWith('うち') ? row.name : `うち${row.name}`,
              },
              { header: '目標', text: targetsText },
              { header: '数え方', text: (row: PlanIndicator) => definitionText(row.definition) },
              { header: '補足', text: (row: PlanIndicator) => row.settings.map(({ note }) => note).join(' ') },
            ]}
          />
        </Card>
      ))}
      {plan.footnotes.length === 0 ? '' : <Footnotes footnotes={plan.footnotes} />}
    </Stack>
  );
}

function Footnotes({ footnotes }: { footnotes: YearlyPlan['footnotes'] }): JSX.Element {
  return (
    <Card title="注記">
      <KeyValues items={footnotes.map(({ text }, index) => ({ term: `注${index + 1}`, text }))} dense />
    </Card>
  );
}
