import {
  Card,
  CaseAxis,
  Columns,
  FigureTile,
  MonthColumns,
  Sparkline,
  Stack,
  TargetBar,
  type MonthColumn,
} from '../index.js';

const actuals = [10, 18, 25, 31, 28, 40, 33, 29, 37, 44, null, null];
const months: readonly MonthColumn[] = actuals.map((actual, index) => ({
  label: `${((index + 3) % 12) + 1}月`,
  actual,
  target: 10 + index * 3,
  provisional: index === 9,
  href: actual === null ? undefined : `?month=${index}`,
}));
const trend = months.map(({ label, actual }) => ({ label, value: actual }));

/** Figures of a month and the pictures of time. */
export function Charts(): JSX.Element {
  return (
    <Stack gap="wide">
      <Columns layout="tiles">
        <FigureTile
          name="就職者数"
          href="/figures/1"
          figure={{ value: 17 }}
          unit="人"
          counting="実人数"
          target={20}
          pace={{ value: 15, basis: '月別計画' }}
          progress="85%"
          state="provisional"
          trend={trend}
        />
        <FigureTile
          name="就職率（期間）"
          href="/figures/2"
          figure={{ value: 170, text: '170' }}
          unit="%"
          target={60}
          state="final"
          rate={{ kind: '期間の率', numerator: 17, denominator: 10 }}
          notes={['前の期間にプランを作った人の就職を含むため、100%を超えています。']}
        />
        <FigureTile
          name="相談件数"
          figure={{ value: 1198 }}
          unit="件"
          counting="延べ"
          target={2400}
          pace={{ value: 1400, basis: '均等割' }}
          progress="49.9%"
          state="provisional"
          notes={['閲覧できない記録 3件を含みます。']}
        />
        <FigureTile name="職場見学会" figure={{ missing: 'not_held' }} target={2} unit="回" state="provisional" />
        <FigureTile
          name="ハローワークシステム分の新規求職者数（他システムの実績）"
          figure={{ missing: 'no_data' }}
          unit="人"
          state="provisional"
        />
        <FigureTile name="内職あっせん結合" figure={{ value: 0 }} unit="件" state="final" />
      </Columns>
      <Card title="月ごとの就職者数">
        <MonthColumns title="令和7年度 就職者数" months={months} unit="人" />
      </Card>
      <Card title="支援の流れ">
        <CaseAxis
          title="支援期間"
          from="2026-01-10"
          to="2026-07-31"
          today="2026-06-12"
          stretches={[
            { label: '相談受付', phase: 'before', from: '2026-01-10', to: '2026-01-20' },
            { label: '支援要請', phase: 'waiting', from: '2026-01-20', to: '2026-02-01' },
            { label: '支援中', phase: 'running', from: '2026-02-01', to: '2026-04-10' },
            { label: '中断', phase: 'waiting', from: '2026-04-10', to: '2026-05-01' },
            { label: '支援中', phase: 'running', from: '2026-05-01', to: '2026-06-01' },
            { label: '採用', phase: 'reached', from: '2026-06-01' },
          ]}
          marks={[
            { label: '面接', date: '2026-03-15' },
            { label: '採用', date: '2026-06-01', tone: 'success' },
            { label: '住宅手当の期限', date: '2026-07-05', tone: 'deadline' },
          ]}
        />
      </Card>
      <Card title="小さな図">
        <TargetBar label="相談" actual={198} target={240} pace={220} unit="件" />
        <TargetBar label="目標のない指標" actual={12} unit="件" />
        <Sparkline label="就職者数" points={trend} />
        <Sparkline label="記録のない指標" points={[]} />
      </Card>
    </Stack>
  );
}
