import { formatBoth } from '#kernel';
import { fill, ja } from '#messages';
import { Card, Checkbox, Columns, DateBoxes, Form, Select, SubmitRow, TextArea } from '#ui';
import { REQUEST_TEXT_MAX } from '#domain/support-case';
import { formState, type FormState, type PageContext } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../../support-cases/index.js';
import type { RequestLine } from '../../support-requests.service.js';
import type { StaffChoice } from '../../../support-teams/index.js';

const words = ja.screens.supportRequests;

/** Which answer was refused, as it was sent. */
export interface RefusedAnswer {
  readonly answer: 'accept' | 'return';
  readonly form: FormState;
}

export interface AnswersProps {
  readonly page: PageContext;
  readonly request: RequestLine;
  readonly frame: CaseFrameView;
  readonly refused: RefusedAnswer | undefined;
  /** Of whom one may take the case on. */
  readonly caseStaff: readonly StaffChoice[];
}

/** 受理 and 返戻, side by side. */
export function Answers(props: AnswersProps): JSX.Element {
  return (
    <Columns>
      <Card title={words.accept}>
        <AcceptForm {...props} />
      </Card>
      <Card title={words.returnRequest}>
        <ReturnForm {...props} />
      </Card>
    </Columns>
  );
}

function AcceptForm({ page, request, frame, refused, caseStaff }: AnswersProps): JSX.Element {
  const { staffId } = page.actor;
  const { teamSupportSince } = frame.case;
  const isCaseStaff = caseStaff.some(({ id }) => id === staffId);
  const initial = { decidedOn: frame.today, assigneeStaffId: isCaseStaff ? staffId : '', teamSupport: true };
  const form = refused?.answer === 'accept' ? refused.form : formState(initial);
  const field = (name: string) => ({ name, idPrefix: 'accept', error: form.error(name) });
  return (
    <Form
      action={`/requests/${request.id}/acceptance`}
      csrfToken={page.csrfToken}
      hidden={{ version: request.version }}
    >
      <DateBoxes {...field('decidedOn')} label={words.answeredOn} required value={form.date('decidedOn')} />
      <Select
        {...field('assigneeStaffId')}
        label={words.nationalOwner}
        required={isCaseStaff}
        blank={isCaseStaff ? undefined : words.decideLater}
        width="long"
        support={words.nationalOwnerSupport}
        options={caseStaff.map(({ id, name, title }) => ({
          value: id,
          label: title === '' ? name : `${name}（${title}）`,
        }))}
        value={form.value('assigneeStaffId')}
      />
      {teamSupportSince === null ? (
        <Checkbox
          {...field('teamSupport')}
          label={words.teamSupportFromAnswer}
          value="true"
          marked={false}
          checked={form.checked('teamSupport')}
        />
      ) : (
        <p safe>{fill(words.teamSupportRuns, { day: formatBoth(teamSupportSince) })}</p>
      )}
      <TextArea
        {...field('decisionReason')}
        label={words.note}
        rows={3}
        maxlength={REQUEST_TEXT_MAX}
        value={form.value('decisionReason')}
      />
      <SubmitRow save={words.accept} />
    </Form>
  );
}

function ReturnForm({ page, request, frame, refused }: AnswersProps): JSX.Element {
  const form = refused?.answer === 'return' ? refused.form : formState({ decidedOn: frame.today });
  const field = (name: string) => ({ name, idPrefix: 'return', error: form.error(name) });
  return (
    <Form action={`/requests/${request.id}/return`} csrfToken={page.csrfToken} hidden={{ version: request.version }}>
      <DateBoxes {...field('decidedOn')} label={words.answeredOn} required value={form.date('decidedOn')} />
      <TextArea
        {...field('decisionReason')}
        label={words.reasonForReturn}
        required
        rows={3}
        maxlength={REQUEST_TEXT_MAX}
        value={form.value('decisionReason')}
      />
      <SubmitRow save={words.returnRequest} variant="secondary" />
    </Form>
  );
}
