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
import { PlanAgreement } from './plan-agreement.js';
import { PlanTables } from './indicators-table.js';
import { ImportEffects } from './import-effects.js';

const screenWords = ja.screens.yearlyPlans;

/** A defect of the file: the place in it and what is wrong, with its line. */
export interface Defect {
  readonly place: string;
  readonly message: string;
}

const BACK = { text: screenWords.yearlyPlans, href: '/yearly-plans' };
const fileHref = (fiscalYear: number): string => `/yearly-plans/${fiscalYear}/file`;

export function plansPage(page: PageContext, years: readonly number[]): Html {
  const mayWrite = may(page.actor, 'yearly_plan.write');
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={screenWords.yearlyPlans}
        lead={screenWords.lead}
        actions={
          mayWrite ? (
            <ButtonLink text={screenWords.importFile} href="/yearly-plans/new" icon="plus" variant="primary" />
          ) : (
            ''
          )
        }
      />
      <Table
        caption={screenWords.list}
        captionHidden
        rows={years}
        empty={screenWords.noneYet}
        walkable
        columns={[
          {
            header: screenWords.fiscalYear,
            rowHeader: true,
            text: fiscalYearLabel,
            href: (year: number) => `/yearly-plans/${year}`,
          },
          {
            header: screenWords.file,
            cell: (year: number) => (
              <ButtonLink
                href={fileHref(year)}
                text={screenWords.exportPlan}
                size="small"
                context={fiscalYearLabel(year)}
              />
            ),
          },
        ]}
      />
    </Stack>
  );
  return renderPage(page, { title: screenWords.yearlyPlans, children });
}

export function planPage(page: PageContext, planInForce: PlanInForce, refused?: FormState): Html {
  const { plan, editions, figuresAside } = planInForce;
  const { fiscalYear } = plan.site;
  const mayWrite = may(page.actor, 'yearly_plan.write');
  const title = fill(screenWords.planOf, { year: fiscalYearLabel(fiscalYear) });
  const actions = (
    <>
      {mayWrite ? (
        <ButtonLink href={`/yearly-plans/${fiscalYear}/manual-figures`} text={screenWords.manualFigures} />
      ) : (
        ''
      )}
      <ButtonLink href={fileHref(fiscalYear)} text={screenWords.exportFile} />
      <PrintButton />
    </>
  );
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} back={BACK} actions={actions} />
      {refused ? <FormProblems form={refused} currentHref={`/yearly-plans/${fiscalYear}`} /> : ''}
      <PlanAgreement page={page} planInForce={planInForce} />
      {figuresAside === 0 ? (
        ''
      ) : (
        <Notice tone="info" text={fill(ja.yearlyPlan.aside.notice, { entries: figuresAside })}>
          {mayWrite ? <Link href={`/yearly-plans/${fiscalYear}/manual-figures`} text={ja.yearlyPlan.aside.link} /> : ''}
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
          header: screenWords.edition,
          rowHeader: true,
          width: 'narrow',
          text: (edition: PlanEdition) =>
            edition === editions[0] ? `${label(edition)}（${words.current}）` : label(edition),
        },
        { header: screenWords.importedAt, text: (edition: PlanEdition) => formatMoment(edition.importedAt) },
        { header: screenWords.importedBy, text: (edition: PlanEdition) => edition.importedBy ?? '' },
        {
          header: screenWords.file,
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
      <PageHeading title={screenWords.importTitle} lead={screenWords.importLead} back={BACK} />
      {defects.length === 0 ? '' : <Defects defects={defects} />}
      <Card>
        <Form action="/yearly-plans/preview" csrfToken={page.csrfToken}>
          <div class="with-script">
            <Field name="chosen" label={screenWords.file} support={screenWords.fileSupport}>
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
            label={screenWords.fileContent}
            required
            rows={16}
            support={screenWords.fileContentSupport}
            value={file}
          />
          <SubmitRow save={screenWords.check} cancelHref="/yearly-plans" />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: screenWords.importTitle, width: 'wide', children });
}

function Defects({ defects }: { defects: readonly Defect[] }): JSX.Element {
  return (
    <Notice tone="error" title={fill(screenWords.defectsFound, { count: defects.length })} live>
      <Table
        caption={screenWords.defects}
        captionHidden
        dense
        phone="cards"
        rows={defects}
        empty=""
        columns={[
          { header: screenWords.place, rowHeader: true, text: (defect: Defect) => defect.place },
          { header: screenWords.defect, width: 'wide', text: (defect: Defect) => defect.message },
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
  const title = fill(screenWords.checkOf, { year: fiscalYearLabel(fiscalYear) });
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading
        title={title}
        lead={screenWords.notSavedYet}
        back={{ text: screenWords.importCrumb, href: '/yearly-plans/new' }}
      />
      <FormProblems form={form} currentHref={`/yearly-plans/${fiscalYear}`} />
      {form.stale === undefined ? '' : <Notice tone="warn" text={ja.yearlyPlan.importing.saveAgain} />}
      <ImportEffects preview={preview} />
      <PlanTables plan={plan} />
      <Form
        action="/yearly-plans"
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
        hidden={{ file, version }}
      >
        <SubmitRow save={screenWords.saveThis} cancelHref="/yearly-plans/new" />
      </Form>
    </Stack>
  );
  return renderPage(page, { title, width: 'wide', children });
}
