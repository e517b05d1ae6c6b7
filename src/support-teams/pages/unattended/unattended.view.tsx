import { shortWareki } from '#kernel';
import { errorText, ERROR_SENTENCES, fill, ja, reasonText } from '#messages';
import {
  attributeText,
  Card,
  type Column,
  FieldGroup,
  Form,
  Notice,
  PageHeading,
  Select,
  Stack,
  SubmitRow,
  Table,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { StaffChoice } from '../../support-teams.repository.js';
import { UNATTENDED_MOST, type UnattendedCase } from '../../unattended.repository.js';
import type { UnattendedTask } from '../../unattended-tasks.service.js';
import { TASKS_FIELD, taskValue } from './unattended.form.js';

/** What became of one thing that was chosen. */
export interface TakenOver {
  /** The number of the case, or whose the task is. */
  readonly named: string;
  readonly result: 'assigned' | 'refused';
  readonly reason: string | null;
}

export interface UnattendedView {
  readonly cases: readonly UnattendedCase[];
  readonly tasks: readonly UnattendedTask[];
  readonly choices: readonly StaffChoice[];
  readonly form: FormState;
  /** What became of those just chosen. */
  readonly done: readonly TakenOver[];
}

const words = ja.departure.unattended;

export function unattendedPage(page: PageContext, view: UnattendedView): Html {
  const { choices, form } = view;
  const cases = view.cases.slice(0, UNATTENDED_MOST);
  const tasks = view.tasks.slice(0, UNATTENDED_MOST);
  const isCut = view.cases.length > cases.length || view.tasks.length > tasks.length;
  const count = fill(isCut ? words.more : words.count, { count: cases.length + tasks.length });
  const children = (
    <Stack>
      <PageHeading title={`${words.title}　${count}`} lead={words.lead} />
      <Done done={view.done} />
      <FormProblems form={form} currentHref="/unattended-cases" />
      <Form action="/unattended-cases/take-over" csrfToken={page.csrfToken}>
        <Stack>
          <FieldGroup name="caseIds" label={words.toTakeOver} marked={false} error={form.error('caseIds')}>
            <Stack>
              <Table
                caption={words.cases}
                dense
                phone="cards"
                rows={cases}
                empty={words.nothing}
                columns={caseColumns(form)}
              />
              {tasks.length === 0 ? (
                ''
              ) : (
                <Table caption={words.tasks} dense phone="cards" rows={tasks} empty="" columns={taskColumns(form)} />
              )}
            </Stack>
          </FieldGroup>
          {cases.length + tasks.length === 0 ? (
            ''
          ) : (
            <Card>
              <Select
                name="staffId"
                label={words.staff}
                support={words.staffSupport}
                required
                blank={ja.departure.blank}
                width="long"
                options={choices.map(({ id, name, title }) => ({
                  value: id,
                  label: title === '' ? name : `${name}（${title}）`,
                }))}
                value={form.value('staffId')}
                error={form.error('staffId')}
              />
              <SubmitRow save={words.save} />
            </Card>
          )}
        </Stack>
      </Form>
    </Stack>
  );
  return renderPage(page, { title: words.title, width: 'wide', children });
}

function Choose({
  field,
  value,
  label,
  form,
}: {
  field: string;
  value: string;
  label: string;
  form: FormState;
}): JSX.Element {
  return (
    <input
      type="checkbox"
      name={field}
      value={value}
      checked={form.values(field).includes(value)}
      aria-label={attributeText(label)}
    />
  );
}

function caseColumns(form: FormState): Column<UnattendedCase>[] {
  return [
    {
      header: words.columns.choose,
      width: 'narrow',
      cell: ({ caseId, name, number }) => (
        <Choose field="caseIds" value={caseId} label={fill(words.chooseOne, { name, number })} form={form} />
      ),
    },
    {
      header: words.columns.name,
      rowHeader: true,
      text: ({ name, kana }) => `${name}（${kana}）`,
      href: ({ caseId }) => `/cases/${caseId}/team`,
    },
    { header: words.columns.number, width: 'narrow', text: ({ number }) => number },
    { header: words.columns.lastLead, text: ({ lastLead }) => lastLead ?? words.never },
    {
      header: words.columns.since,
      width: 'narrow',
      text: ({ leftOn }) => (leftOn === null ? null : shortWareki(leftOn)),
    },
  ];
}

function taskColumns(form: FormState): Column<UnattendedTask>[] {
  const what = ({ kind, title }: UnattendedTask): string =>
    title === null || title === '' ? ja.departure.kinds[kind] : `${ja.departure.kinds[kind]}　${title}`;
  return [
    {
      header: words.columns.choose,
      width: 'narrow',
      cell: (task) => (
        <Choose
          field={TASKS_FIELD}
          value={taskValue(task)}
          label={fill(words.chooseOne, { name: task.name, number: what(task) })}
          form={form}
        />
      ),
    },
    {
      header: words.columns.name,
      rowHeader: true,
      text: ({ name }) => name,
      href: ({ caseId, jobseekerId }) => (caseId === null ? `/jobseekers/${jobseekerId}` : `/cases/${caseId}`),
    },
    { header: words.columns.task, width: 'wide', text: what },
    { header: words.columns.dueOn, width: 'narrow', text: ({ dueOn }) => shortWareki(dueOn) },
    { header: words.columns.owner, text: ({ owner }) => owner },
  ];
}

/** Told for each: how many have somebody now, and which have not and why. */
function Done({ done }: { done: readonly TakenOver[] }): JSX.Element {
  if (done.length === 0) return '';
  const assigned = done.filter(({ result }) => result === 'assigned').length;
  const refused = done.filter(({ result }) => result === 'refused');
  return (
    <Notice tone={refused.length === 0 ? 'success' : 'warn'} live title={fill(words.assigned, { count: assigned })}>
      {refused.length === 0 ? (
        ''
      ) : (
        <ul>
          {refused.map(({ named, reason }) => (
            <li safe>{fill(words.refused, { number: named, reason: sentenceOf(reason ?? 'blocked') })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

const sentenceOf = (code: string): string => (ERROR_SENTENCES.has(code) ? errorText(code) : reasonText(code));
