import { fill, ja, reasonText } from '#messages';
import {
  BlockedReasons,
  Card,
  Columns,
  ErrorSummary,
  Form,
  PageHeading,
  Select,
  Stack,
  StaleNotice,
  SubmitRow,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ReadableConsultation } from '../../consultations.service.js';
import type { ChosenPerson, QuickLogChoices } from '../../quick-log.reader.js';
import { momentText } from '../shared/consultation-body.js';
import { NO_CASE } from '../shared/form-values.js';
import { OccasionFields } from '../shared/occasion-fields.js';
import { Participants } from '../shared/participants.js';
import { RecordFields } from '../shared/record-fields.js';

const words = ja.screens.consultations;

export interface EditView {
  readonly record: ReadableConsultation;
  readonly form: FormState;
  readonly choices: QuickLogChoices;
  readonly person: ChosenPerson | undefined;
}

const TITLE = words.editTitle;

export function editPage(page: PageContext, view: EditView): Html {
  const { record, form } = view;
  const href = `/consultations/${record.id}`;
  const fix = { text: words.addAddendum, href: `${href}#f-text` };
  const content = (
    <Stack>
      <PageHeading
        title={TITLE}
        lead={fill(words.editLead, {
          name: record.jobseekerName,
          kana: record.jobseekerKana,
          moment: momentText(record.editableUntil),
        })}
        back={{ text: words.record, href }}
      />
      <ErrorSummary errors={form.summary} />
      <Stale record={record} form={form} href={href} />
      <BlockedReasons
        title={words.notEditable}
        reasons={record.editReasons.map(({ code, params }) => ({ text: reasonText(code, params), fix }))}
      />
      <EditForm page={page} view={view} />
    </Stack>
  );
  return renderPage(page, { title: TITLE, width: 'wide', children: content });
}

/** Also shown when the time ran out while typing: the text can still be copied into an addendum. */
function EditForm({
  page,
  view: { record, form, choices, person },
}: {
  page: PageContext;
  view: EditView;
}): JSX.Element {
  const href = `/consultations/${record.id}`;
  const { author } = record;
  return (
    <Form
      action={href}
      csrfToken={page.csrfToken}
      hidden={{ version: form.stale?.currentVersion ?? form.value('version') }}
    >
      <Columns layout="aside">
        <Card>
          <Stack>
            <Select
              name="supportCaseId"
              label={words.supportCase}
              required
              width="full"
              options={caseOptions(record, person)}
              value={form.value('supportCaseId')}
              error={form.error('supportCaseId')}
            />
            <RecordFields form={form} organisationName={page.actor.organisationName} />
          </Stack>
        </Card>
        <Stack>
          <Card title={words.whenAndWhere}>
            <OccasionFields form={form} desks={choices.desks} />
          </Card>
          <Card title={words.participants}>
            <Participants
              author={{ staffId: author.id, name: author.name, side: author.side }}
              colleagues={choices.colleagues}
              team={[]}
              chosen={form.values('participantIds')}
              error={form.error('participantIds')}
            />
          </Card>
        </Stack>
      </Columns>
      {record.editReasons.length === 0 ? <SubmitRow cancelHref={href} /> : null}
    </Form>
  );
}

function caseOptions(
  { supportCaseId }: ReadableConsultation,
  person: ChosenPerson | undefined,
): { value: string; label: string }[] {
  const open =
    person?.openCases.map(({ id, number, programme }) => ({ value: id, label: `${number} ${programme}` })) ?? [];
  const closed =
    supportCaseId === null || open.some(({ value }) => value === supportCaseId)
      ? []
      : [{ value: supportCaseId, label: words.closedCaseKept }];
  return [...open, ...closed, { value: NO_CASE, label: words.inNoCase }];
}

function Stale({ record, form, href }: { record: ReadableConsultation; form: FormState; href: string }): JSX.Element {
  if (form.stale === undefined) return '';
  const texts = [
    { label: words.sharedText, saved: record.sharedText, typed: form.value('sharedText') },
    { label: words.ownNote, saved: record.ownNote ?? '', typed: form.value('ownNote') },
  ];
  return (
    <StaleNotice
      changedBy={form.stale.changedBy}
      changedAt={momentText(form.stale.changedAt)}
      changes={texts.filter(({ saved, typed }) => saved !== typed)}
      currentHref={href}
    />
  );
}
