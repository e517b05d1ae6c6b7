import { may } from '#access';
import type { IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, ErrorSummary, Form, KeyValues, PageHeading, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ReadableConsultation } from '../../consultations.service.js';
import { ConsultationBody, momentText, occasionText } from '../shared/consultation-body.js';
import { NextActionList } from '../shared/next-action-list.js';

const words = ja.screens.consultations;

export interface RecordView {
  readonly record: ReadableConsultation;
  /** Of the addendum. */
  readonly form: FormState;
  readonly today: IsoDate;
}

const TITLE = words.record;

export function recordPage(page: PageContext, { record, form, today }: RecordView): Html {
  const { id, jobseekerId, jobseekerName, jobseekerKana, supportCaseId } = record;
  const back =
    supportCaseId === null
      ? { text: words.jobseeker, href: `/jobseekers/${jobseekerId}` }
      : { text: words.ofCase, href: `/cases/${supportCaseId}/consultations` };
  const mayAmend = may(page.actor, 'consultation.amend');
  const content = (
    <Stack>
      <PageHeading
        title={TITLE}
        lead={`${jobseekerName}（${jobseekerKana}）`}
        back={back}
        actions={<Acts record={record} mayAmend={mayAmend} />}
      />
      <ErrorSummary errors={form.summary} />
      <Card title={occasionText(record)}>
        <Stack>
          <ConsultationBody view={record} organisationName={page.actor.organisationName} />
          <Facts record={record} />
        </Stack>
      </Card>
      <Card title={words.nextActions}>
        <NextActionList
          actions={record.nextActions}
          today={today}
          csrfToken={page.csrfToken}
          back={`/consultations/${id}`}
        />
      </Card>
      {mayAmend ? (
        <Card title={words.addAddendum}>
          <Form action={`/consultations/${id}/addenda`} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
            <TextArea
              name="text"
              label={words.addendum}
              required
              support={words.addendumSupport}
              rows={3}
              value={form.value('text')}
              error={form.error('text')}
            />
            <SubmitRow save={words.addAddendum} variant="secondary" />
          </Form>
        </Card>
      ) : null}
    </Stack>
  );
  return renderPage(page, { title: TITLE, children: content });
}

function Acts({ record, mayAmend }: { record: ReadableConsultation; mayAmend: boolean }): JSX.Element {
  const { id, jobseekerId, editReasons, editableUntil } = record;
  return (
    <>
      <ButtonLink text={words.logAgain} href={`/consultations/new?jobseeker=${jobseekerId}`} />
      {mayAmend && editReasons.length === 0 ? (
        <ButtonLink
          text={fill(words.editUntil, { moment: momentText(editableUntil) })}
          href={`/consultations/${id}/edit`}
          icon="note"
        />
      ) : null}
    </>
  );
}

function Facts({
  record: { deskName, minutes, byAppointment, author, loggedAt },
}: {
  record: ReadableConsultation;
}): JSX.Element {
  return (
    <KeyValues
      dense
      items={[
        { term: words.desk, text: deskName },
        { term: words.duration, text: minutes === null ? null : fill(words.minutes, { count: minutes }) },
        { term: words.appointment, text: byAppointment ? words.yes : words.no },
        { term: words.writtenBy, text: `${author.name}　${momentText(loggedAt)}` },
      ]}
    />
  );
}
