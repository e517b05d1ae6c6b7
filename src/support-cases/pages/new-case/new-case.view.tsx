import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  BlockedReasons,
  Card,
  Checkbox,
  DateBoxes,
  ErrorSummary,
  Form,
  PageHeading,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
} from '#ui';
import { TEAM_ROLE_MAX, USUAL_ROLES } from '#domain/support-case';
import type { Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SupportCase } from '../../support-cases.repository.js';

const words = ja.screens.supportCases;

export interface NewCaseView {
  readonly person: Jobseeker;
  readonly site: Site;
  /** The person's earlier periods, as far as the viewer may see them. */
  readonly periods: readonly SupportCase[];
  readonly form: FormState;
}

export function newCasePage(page: PageContext, { person, site, periods, form }: NewCaseView): Html {
  const name = `${person.familyName} ${person.givenName}`;
  const personHref = `/jobseekers/${person.id}`;
  const desks = site.desks.filter(({ closedOn }) => closedOn === null);
  const children = (
    <Stack>
      <PageHeading
        title={words.openPeriodTitle}
        lead={fill(words.personAndNumber, { name, number: person.number })}
        back={{ text: fill(words.recordsOf, { name }), href: personHref }}
      />
      <ErrorSummary errors={form.summary} />
      <BlockedReasons title={words.cannotOpenNow} reasons={form.reasons.map((text) => ({ text }))} />
      <Card>
        <Form
          action="/cases"
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ jobseekerId: person.id }}
        >
          <Select
            name="programmeId"
            label={words.programmes}
            required
            width="long"
            blank={site.programmes.length === 1 ? undefined : words.choose}
            options={site.programmes.map((programme) => ({ value: String(programme.id), label: programme.name }))}
            value={form.value('programmeId')}
            error={form.error('programmeId')}
          />
          <DateBoxes
            name="openedOn"
            label={words.openedOn}
            required
            value={form.date('openedOn')}
            error={form.error('openedOn')}
          />
          <Select
            name="deskId"
            label={words.desk}
            blank={words.noDesk}
            options={desks.map((desk) => ({ value: String(desk.id), label: desk.name }))}
            value={form.value('deskId')}
            error={form.error('deskId')}
          />
          <TextField
            name="role"
            label={words.ownRole}
            required
            maxlength={TEAM_ROLE_MAX}
            support={fill(words.example, { examples: USUAL_ROLES.join('、') })}
            value={form.value('role')}
            error={form.error('role')}
          />
          <Checkbox
            name="teamSupport"
            label={words.countsAsTeamSupport}
            value="true"
            marked={false}
            checked={form.checked('teamSupport')}
            error={form.error('teamSupport')}
          />
          <SubmitRow save={words.openNow} cancelHref={personHref} />
        </Form>
      </Card>
      {periods.length === 0 ? null : <EarlierPeriods periods={periods} />}
    </Stack>
  );
  return renderPage(page, { title: words.openPeriodTitle, children });
}

function EarlierPeriods({ periods }: { periods: readonly SupportCase[] }): JSX.Element {
  return (
    <Card title={words.earlierPeriods}>
      <Table
        caption={words.earlierPeriods}
        captionHidden
        rows={periods}
        empty={words.none}
        columns={[
          {
            header: words.caseNumber,
            rowHeader: true,
            text: ({ number }: SupportCase) => number,
            href: ({ id }: SupportCase) => `/cases/${id}`,
          },
          { header: words.programme, text: ({ programme }: SupportCase) => programme.name },
          {
            header: words.period,
            text: ({ openedOn, closedOn }: SupportCase) =>
              fill(words.sinceAnd, {
                day: formatWareki(openedOn),
                rest: closedOn === null ? '' : formatWareki(closedOn),
              }),
          },
          { header: words.status, text: ({ status }: SupportCase) => ja.codes.caseStatus[status] },
        ]}
      />
    </Card>
  );
}
