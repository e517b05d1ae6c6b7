import { fill, ja } from '#messages';
import { type Choice, DateBoxes, Disclosure, Form, PostButton, Select, SubmitRow, TextArea, TextField } from '#ui';
import { HANDOVER_TEXT_MAX } from '#domain/organisation';
import { isOnTeamFrom, roleOnJoining, TEAM_ROLE_MAX, USUAL_ROLES } from '#domain/support-case';
import type { Site } from '../../../organisations/index.js';
import { formState, type FormState, type PageContext } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../../support-cases/index.js';
import type { AssignmentLine, StaffChoice } from '../../support-teams.repository.js';

const words = ja.screens.supportTeams;

/** Which of the page's forms was refused, as it was sent. */
export interface RefusedForm {
  readonly name: string;
  readonly form: FormState;
}

export interface TeamFormProps {
  readonly page: PageContext;
  readonly frame: CaseFrameView;
  readonly refused: RefusedForm | undefined;
}

/** The values of a form: as refused, or those it begins with. The name of the form tells its fields from the other forms'. */
function stateOf(name: string, refused: RefusedForm | undefined, initial: Readonly<Record<string, unknown>>) {
  const isRefused = refused?.name === name;
  const form = isRefused ? refused.form : formState(initial);
  return { form, isRefused, field: (field: string) => ({ name: field, idPrefix: name, error: form.error(field) }) };
}

export function AssignForm({
  page,
  frame,
  refused,
  choices,
}: TeamFormProps & { choices: readonly StaffChoice[] }): JSX.Element {
  const { form, field } = stateOf('assign', refused, { startsOn: frame.today });
  return (
    <Form
      action={`/cases/${frame.case.id}/assignments`}
      csrfToken={page.csrfToken}
      idempotencyKey={page.idempotencyKey}
    >
      <Select
        {...field('staffId')}
        label={words.staff}
        required
        blank={words.choose}
        width="long"
        options={choices.map(choiceOf)}
        value={form.value('staffId')}
      />
      <TextField
        {...field('role')}
        label={words.role}
        required
        maxlength={TEAM_ROLE_MAX}
        support={fill(words.example, { examples: USUAL_ROLES.join('、') })}
        value={form.value('role')}
      />
      <DateBoxes {...field('startsOn')} label={words.assignedFrom} required value={form.date('startsOn')} />
      <SubmitRow save={words.addToTeam} />
    </Form>
  );
}

/** 自分が担当になる: for case staff who are not on the team, with nothing to fill in. */
export function TakeOnButton({
  page,
  frame,
  assignments,
}: Omit<TeamFormProps, 'refused'> & { assignments: readonly AssignmentLine[] }): JSX.Element {
  const { staffId, organisationId, role } = page.actor;
  const {
    today,
    case: { id },
  } = frame;
  if (role !== 'case_staff' || isOnTeamFrom(assignments, staffId, today)) return '';
  return (
    <PostButton
      action={`/cases/${id}/assignments`}
      csrfToken={page.csrfToken}
      idempotencyKey={page.idempotencyKey}
      text={words.takeOnMyself}
      hidden={{ staffId, role: roleOnJoining(assignments, organisationId, today), startsOn: today }}
    />
  );
}

function choiceOf({ id, name, title, side }: StaffChoice): Choice {
  return { value: id, label: `${ja.codes.side[side]}　${name}${title === '' ? '' : `（${title}）`}` };
}

export function HandOverForm({
  page,
  frame,
  refused,
  assignment,
  choices,
}: TeamFormProps & { assignment: AssignmentLine; choices: readonly StaffChoice[] }): JSX.Element {
  const { id, staffId, staffName, organisationId, version } = assignment;
  const { form, isRefused, field } = stateOf(`hand-over-${id}`, refused, { on: frame.today });
  const successors = choices.filter((choice) => choice.organisationId === organisationId && choice.id !== staffId);
  return (
    <Disclosure title={fill(words.handOverFrom, { name: staffName })} open={isRefused}>
      <Form
        action={`/assignments/${id}/hand-over`}
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
        hidden={{ version }}
      >
        <Select
          {...field('toStaffId')}
          label={words.successor}
          required
          blank={words.choose}
          width="long"
          options={successors.map(choiceOf)}
          value={form.value('toStaffId')}
        />
        <DateBoxes
          {...field('on')}
          label={words.handedOverOn}
          required
          support={words.handedOverOnSupport}
          value={form.date('on')}
        />
        <TextField
          {...field('reason')}
          label={words.reasonForHandOver}
          required
          width="long"
          maxlength={HANDOVER_TEXT_MAX}
          value={form.value('reason')}
        />
        <TextArea
          {...field('note')}
          label={words.handOverNote}
          required
          rows={4}
          maxlength={HANDOVER_TEXT_MAX}
          value={form.value('note')}
        />
        <SubmitRow save={words.handOver} />
      </Form>
    </Disclosure>
  );
}

export function EndForm({
  page,
  frame,
  refused,
  assignment,
}: TeamFormProps & { assignment: AssignmentLine }): JSX.Element {
  const { id, staffName, version } = assignment;
  const { form, isRefused, field } = stateOf(`end-${id}`, refused, { endsOn: frame.today });
  return (
    <Disclosure title={fill(words.endAssignmentOf, { name: staffName })} open={isRefused}>
      <Form action={`/assignments/${id}/end`} csrfToken={page.csrfToken} hidden={{ version }}>
        <DateBoxes
          {...field('endsOn')}
          label={words.assignedUntil}
          required
          support={words.assignedUntilSupport}
          value={form.date('endsOn')}
        />
        <SubmitRow save={words.endAssignment} variant="secondary" />
      </Form>
    </Disclosure>
  );
}

export function SettingsForm({ page, frame, refused, site }: TeamFormProps & { site: Site }): JSX.Element {
  const { id, desk, teamSupportSince, version } = frame.case;
  const initial = { deskId: String(desk?.id ?? ''), ...(teamSupportSince === null ? {} : { teamSupportSince }) };
  const { form, field } = stateOf('settings', refused, initial);
  const desks = site.desks.filter((each) => each.closedOn === null || each.id === desk?.id);
  return (
    <Form action={`/cases/${id}`} csrfToken={page.csrfToken} hidden={{ version }}>
      <Select
        {...field('deskId')}
        label={words.desk}
        blank={words.noDesk}
        options={desks.map((each) => ({ value: String(each.id), label: each.name }))}
        value={form.value('deskId')}
      />
      <DateBoxes
        {...field('teamSupportSince')}
        label={words.teamSupportSince}
        support={words.teamSupportSinceSupport}
        value={form.date('teamSupportSince')}
      />
      <SubmitRow variant="secondary" />
    </Form>
  );
}
