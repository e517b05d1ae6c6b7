import { may } from '#access';
import { fiscalYearLabel, formatMoment } from '#kernel';
import { fill, ja } from '#messages';
import {
  ButtonLink,
  Card,
  Field,
  fieldId,
  Form,
  Link,
  Notice,
  PageHeading,
  PrintButton,
  Stack,
  SubmitRow,
  Table,
  TextArea,
} from '#ui';
import type { Html } from '../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  type PageContext,
  renderPage,
} from '../../platform/pages/index.js';
import type { PlanEdition } from '../yearly-plan.repository.js';
import type { PlanInForce, PlanPreview } from '../yearly-plans.service.js';
import { PlanTables } from './indicators-table.js';
import { ImportEffects } from './import-effects.js';

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

export function planPage(page: PageContext, { plan, editions, figuresAside }: PlanInForce): Html {
  const { fiscalYear } = plan.site;
  const mayWrite = may(page.actor, 'yearly_plan.write');
  const title = `${fiscalYearLabel(fiscalYear)}の事業計画`;
  const actions = (
    <>
      {mayWrite ? <ButtonLink href={`/site/plans/${fiscalYear}/manual-figures`} text="手入力の実績" /> : ''}
      <ButtonLink href={fileHref(fiscalYear)} text="ファイルに書き出す" />
      <PrintButton />
    </>
  );
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} back={BACK} actions={actions} />
      {figuresAside === 0 ? (
        ''
      ) : (
        <Notice tone="info" text={fill(ja.yearlyPlan.aside.notice, { entries: figuresAside })}>
          {mayWrite ? <Link href={`/site/plans/${fiscalYear}/manual-figures`} text={ja.yearlyPlan.aside.link} /> : ''}
        </Notice>
      )}
      <PlanTables plan={plan} />
      <Editions fiscalYear={fiscalYear} editions={editions} />
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}

interface EditionsProps {
  readonly fiscalYear: number;
  readonly editions: readonly PlanEdition[];
}

/** Every import of the year with who and when; each can be taken out as a file and imported again. */
function Editions({ fiscalYear, editions }: EditionsProps): JSX.Element {
  const words = ja.yearlyPlan.editions;
  const label = ({ version }: PlanEdition): string => fill(words.edition, { version });
  return (
    <Table
      caption={words.title}
      dense
      phone="cards"
      rows={editions}
      empty=""
      columns={[
        {
          header: '版',
          rowHeader: true,
          width: 'narrow',
          text: (edition: PlanEdition) =>
            edition === editions[0] ? `${label(edition)}（${words.current}）` : label(edition),
        },
        { header: '取り込んだ日時', text: (edition: PlanEdition) => formatMoment(edition.importedAt) },
        { header: '職員', text: (edition: PlanEdition) => edition.importedBy ?? '' },
        {
          header: 'ファイル',
          cell: (edition: PlanEdition) => (
            <ButtonLink
              href={`${fileHref(fiscalYear)}?version=${edition.version}`}
              text={words.download}
              size="small"
              context={label(edition)}
            />
          ),
        },
      ]}
    />
  );
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

export interface PreviewView {
  readonly file: string;
  readonly preview: PlanPreview;
  /** Whatever kept the file from being saved. */
  readonly form: FormState;
}

export function previewPage(page: PageContext, { file, preview, form }: PreviewView): Html {
  const { plan, version } = preview;
  const { fiscalYear } = plan.site;
  const title = `${fiscalYearLabel(fiscalYear)}の事業計画の確認`;
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} lead="まだ保存していません。" back={{ text: '取り込み', href: '/site/plans/new' }} />
      <FormProblems form={form} currentHref={`/site/plans/${fiscalYear}`} />
      {form.stale === undefined ? '' : <Notice tone="warn" text={ja.yearlyPlan.importing.saveAgain} />}
      <ImportEffects preview={preview} />
      <PlanTables plan={plan} />
      <Form
        action="/site/plans"
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
        hidden={{ file, version }}
      >
        <SubmitRow save="この内容で保存する" cancelHref="/site/plans/new" />
      </Form>
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}
