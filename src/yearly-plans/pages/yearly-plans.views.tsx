import { may } from '#access';
import { fiscalYearLabel } from '#kernel';
import {
  ButtonLink,
  Card,
  Field,
  fieldId,
  Form,
  Notice,
  PageHeading,
  PrintButton,
  Stack,
  SubmitRow,
  Table,
  TextArea,
} from '#ui';
import type { Html } from '../../platform/http/index.js';
import { AdministrationTabs, type PageContext, renderPage } from '../../platform/pages/index.js';
import type { YearlyPlan } from '#indicators';
import type { PlanPreview } from '../yearly-plans.service.js';
import { PlanTables } from './indicators-table.js';

/** A defect of the file: the place in it and what is wrong, with its line. */
export interface Defect {
  readonly place: string;
  readonly message: string;
}

const BACK = { text: '事業計画', href: '/site/plans' };
const fileHref = (fiscalYear: number): string => `/site/plans/${fiscalYear}/file`;

export function plansPage(page: PageContext, years: readonly number[]): Html {
  const mayWrite = may(page.actor, 'yearly_plan.write');
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title="事業計画"
        lead="年度ごとの指標と目標です。1年度を1つのファイルで読み書きします。"
        actions={
          mayWrite ? (
            <ButtonLink text="ファイルから取り込む" href="/site/plans/new" icon="plus" variant="primary" />
          ) : (
            ''
          )
        }
      />
      <Table
        caption="事業計画の一覧"
        captionHidden
        rows={years}
        empty="事業計画がまだありません。"
        walkable
        columns={[
          { header: '年度', rowHeader: true, text: fiscalYearLabel, href: (year: number) => `/site/plans/${year}` },
          {
            header: 'ファイル',
            cell: (year: number) => (
              <ButtonLink href={fileHref(year)} text="書き出す" size="small" context={fiscalYearLabel(year)} />
            ),
          },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: '事業計画', children });
}

export function planPage(page: PageContext, plan: YearlyPlan): Html {
  const { fiscalYear } = plan.site;
  const title = `${fiscalYearLabel(fiscalYear)}の事業計画`;
  const actions = (
    <>
      {may(page.actor, 'yearly_plan.write') ? (
        <ButtonLink href={`/site/plans/${fiscalYear}/manual-figures`} text="手入力の実績" />
      ) : (
        ''
      )}
      <ButtonLink href={fileHref(fiscalYear)} text="ファイルに書き出す" />
      <PrintButton />
    </>
  );
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} back={BACK} actions={actions} />
      <PlanTables plan={plan} />
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}

export function newPlanPage(page: PageContext, { file, defects }: { file: string; defects: readonly Defect[] }): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title="事業計画の取り込み"
        lead="ファイルの内容を確かめてから保存します。保存するまで、何も変わりません。"
        back={BACK}
      />
      {defects.length === 0 ? '' : <Defects defects={defects} />}
      <Card>
        <Form action="/site/plans/preview" csrfToken={page.csrfToken}>
          <div class="with-script">
            <Field name="chosen" label="ファイル" support="選ぶと、下の欄に内容が入ります。">
              <input
                type="file"
                id={fieldId('chosen')}
                accept=".yaml,.yml,text/yaml"
                data-read-into={fieldId('file')}
                aria-describedby={`${fieldId('chosen')}-support`}
              />
            </Field>
          </div>
          <TextArea
            name="file"
            label="ファイルの内容"
            required
            rows={16}
            support="書き出したファイルの内容を、ここに貼り付けることもできます。"
            value={file}
          />
          <SubmitRow save="内容を確かめる" cancelHref="/site/plans" />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: '事業計画の取り込み', width: 'wide', children });
}

function Defects({ defects }: { defects: readonly Defect[] }): JSX.Element {
  return (
    <Notice
      tone="error"
      title={`ファイルに${defects.length}件の誤りがあります。直してから、もう一度確かめてください。`}
      live
    >
      <Table
        caption="ファイルの誤り"
        captionHidden
        dense
        phone="cards"
        rows={defects}
        empty=""
        columns={[
          { header: '場所', rowHeader: true, text: (defect: Defect) => defect.place },
          { header: '誤り', width: 'wide', text: (defect: Defect) => defect.message },
        ]}
      />
    </Notice>
  );
}

export function previewPage(page: PageContext, { file, preview }: { file: string; preview: PlanPreview }): Html {
  const { plan, replaces, newDesks, newProgrammes } = preview;
  const title = `${fiscalYearLabel(plan.site.fiscalYear)}の事業計画の確認`;
  const added = [...newDesks.map((name) => `窓口「${name}」`), ...newProgrammes.map((name) => `事業「${name}」`)];
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} lead="まだ保存していません。" back={{ text: '取り込み', href: '/site/plans/new' }} />
      {replaces ? (
        <Notice
          tone="warn"
          text="この年度の事業計画はすでにあります。保存すると置き換わり、実績は記録から計算し直されます。"
        />
      ) : (
        ''
      )}
      {added.length === 0 ? (
        ''
      ) : (
        <Notice tone="info" text={`保存すると、この拠点に${added.join('、')}を追加します。`} />
      )}
      <PlanTables plan={plan} />
      <Form action="/site/plans" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey} hidden={{ file }}>
        <SubmitRow save="この内容で保存する" cancelHref="/site/plans/new" />
      </Form>
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}
