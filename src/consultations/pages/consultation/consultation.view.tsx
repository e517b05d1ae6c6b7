import { may } from '#access';
import type { IsoDate } from '#kernel';
import { ButtonLink, Card, ErrorSummary, Form, KeyValues, PageHeading, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { ReadableConsultation } from '../../consultations.service.js';
import { ConsultationBody, momentText, occasionText } from '../shared/consultation-body.js';
import { NextActionList } from '../shared/next-action-list.js';

export interface RecordView {
  readonly record: ReadableConsultation;
  /** Of the addendum. */
  readonly form: FormState;
  readonly today: IsoDate;
}

const TITLE = '相談の記録';

export function recordPage(page: PageContext, { record, form, today }: RecordView): Html {
  const { id, jobseekerId, jobseekerName, jobseekerKana, supportCaseId } = record;
  const back =
    supportCaseId === null
      ? { text: '求職者', href: `/jobseekers/${jobseekerId}` }
      : { text: 'ケースの相談', href: `/cases/${supportCaseId}/consultations` };
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
      <Card title="次の行動">
        <NextActionList
          actions={record.nextActions}
          today={today}
          csrfToken={page.csrfToken}
          back={`/consultations/${id}`}
        />
      </Card>
      {mayAmend ? (
        <Card title="追記する">
          <Form action={`/consultations/${id}/addenda`} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
            <TextArea
              name="text"
              label="追記"
              required
              support="もとの記録はそのまま残ります。情報共有の同意があれば、もう一方の機関の職員も読みます。"
              rows={3}
              value={form.value('text')}
              error={form.error('text')}
            />
            <SubmitRow save="追記する" variant="secondary" />
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
      <ButtonLink text="この人の相談を続けて記録" href={`/consultations/new?jobseeker=${jobseekerId}`} />
      {mayAmend && editReasons.length === 0 ? (
        <ButtonLink
          text={`修正する（${momentText(editableUntil)}まで）`}
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
        { term: '窓口', text: deskName },
        { term: '所要時間', text: minutes === null ? null : `${minutes}分` },
        { term: '予約', text: byAppointment ? 'あり' : 'なし' },
        { term: '記録', text: `${author.name}　${momentText(loggedAt)}` },
      ]}
    />
  );
}
