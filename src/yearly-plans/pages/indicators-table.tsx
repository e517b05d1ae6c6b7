import { formatWareki } from '#kernel';
import type { PlanIndicator, YearlyPlan } from '#indicators';
import { fill, ja } from '#messages';
import { Card, KeyValues, Stack, Table } from '#ui';
import { definitionText, targetsText } from './yearly-plans-words.js';

const words = ja.screens.yearlyPlans;

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
            {
              term: words.period,
              text: fill(words.fromUntil, {
                from: formatWareki(site.window.from),
                until: formatWareki(site.window.to),
              }),
            },
            { term: words.desks, text: plan.desks.map(({ name }) => name).join('、') },
            { term: words.indicator, text: fill(words.count, { count: nameOf.size }) },
          ]}
        />
      </Card>
      {programmes.map((programme) => (
        <Card title={programme.name}>
          {programme.targetGroups.length === 0 ? (
            ''
          ) : (
            <p safe>
              {fill(words.forGroups, {
                groups: programme.targetGroups.map((code) => groupNames.get(code) ?? code).join('、'),
              })}
            </p>
          )}
          <Table
            caption={fill(words.indicatorsOf, { programme: programme.name })}
            captionHidden
            phone="cards"
            rows={programme.indicators}
            empty={words.noIndicator}
            columns={[
              {
                header: words.indicator,
                rowHeader: true,
                width: 'wide',
                text: (row: PlanIndicator) =>
                  row.subCountOf === undefined || row.name.startsWith(words.nested)
                    ? row.name
                    : fill(words.nestedName, { name: row.name }),
              },
              { header: words.target, text: targetsText },
              { header: words.counting, text: (row: PlanIndicator) => definitionText(row.definition) },
              {
                header: words.supplement,
                text: (row: PlanIndicator) => row.settings.map(({ note }) => note).join(' '),
              },
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
    <Card title={words.footnotes}>
      <KeyValues
        items={footnotes.map(({ text }, index) => ({ term: fill(words.footnote, { number: index + 1 }), text }))}
        dense
      />
    </Card>
  );
}
