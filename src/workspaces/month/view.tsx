import { type IsoDate, type YearMonth, fiscalYearLabel, formatMonthWareki, formatWareki, nextMonth, previousMonth } from '#kernel';
import type { YearlyPlan } from '#indicators';
import { ButtonLink, Card, Columns, EmptyState, FigureTile, type FigureTileProps, PageHeading, Stack } from '#ui';
import type { Html } from '../../platform/http/index.js';
import { type PageContext, renderPage } from '../../platform/pages/index.js';

export interface MonthView {
  readonly plan: YearlyPlan;
  readonly month: YearMonth;
  readonly asOf: IsoDate;
  readonly today: YearMonth;
  readonly programmes: readonly { readonly name: string; readonly inMonth: readonly FigureTileProps[]; readonly toDate: readonly FigureTileProps[] }[];
}

export function monthPage(page: PageContext, { plan, month, asOf, today, programmes }: MonthView): Html {
  const content = (
    <Stack>
      <PageHeading
        title={`${formatMonthWareki(month)}の実績`}
        lead={`${plan.site.name}　${fiscalYearLabel(plan.site.fiscalYear)}事業計画　${formatWareki(asOf)}時点（月次締め前の暫定値）`}
        actions={<MonthLinks month={month} today={today} />}
      />
      {programmes.map(({ name, inMonth, toDate }) => (
        <Card title={name}>
          <h3 class="heading-4" safe>{`${formatMonthWareki(month)}`}</h3>
          <Columns layout="tiles">
            {inMonth.map((tile) => (
              <FigureTile {...tile} />
            ))}
          </Columns>
          <h3 class="heading-4">年度の累計</h3>
          <Columns layout="tiles">
            {toDate.map((tile) => (
              <FigureTile {...tile} />
            ))}
          </Columns>
        </Card>
      ))}
      {plan.footnotes.length === 0 ? (
        ''
      ) : (
        <Card title="注記">
          <ul>
            {plan.footnotes.map(({ text }) => (
              <li safe>{`※ ${text}`}</li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
  return renderPage(page, { title: `${formatMonthWareki(month)}の実績`, width: 'wide', children: content });
}

export interface NoPlanView {
  readonly month: YearMonth;
  readonly today: YearMonth;
  readonly mayImport: boolean;
}

/** A month that no yearly plan covers. */
export function noPlanPage(page: PageContext, { month, today, mayImport }: NoPlanView): Html {
  const content = (
    <Stack>
      <PageHeading title={`${formatMonthWareki(month)}の実績`} actions={<MonthLinks month={month} today={today} />} />
      <EmptyState
        text="この月を含む事業計画がまだ登録されていません。"
        hint="事業計画ファイルを取り込むと、指標と目標がここに並びます。"
        action={mayImport ? { text: '事業計画を取り込む', href: '/site/plans' } : undefined}
      />
    </Stack>
  );
  return renderPage(page, { title: '月次の実績', children: content });
}

function MonthLinks({ month, today }: { month: YearMonth; today: YearMonth }): JSX.Element {
  return (
    <>
      <ButtonLink text="前の月" href={`/month?month=${previousMonth(month)}`} variant="secondary" />
      {month < today ? <ButtonLink text="次の月" href={`/month?month=${nextMonth(month)}`} variant="secondary" /> : ''}
    </>
  );
}
