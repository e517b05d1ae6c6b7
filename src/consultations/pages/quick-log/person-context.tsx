import { isOverdue } from '#domain/task';
import { type IsoDate, formatWareki, shortWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, Link, Person, Select, Stack } from '#ui';
import type { FormState } from '../../../platform/pages/index.js';
import type { ChosenPerson } from '../../quick-log.reader.js';
import { NO_CASE } from '../shared/form-values.js';

const words = ja.screens.consultations;

export interface PersonContextProps {
  readonly person: ChosenPerson | undefined;
  readonly form: FormState;
  readonly today: IsoDate;
}

/** Below the person's name: the case it will stand in, what was said last, what was promised. */
export function PersonContext({ person, form, today }: PersonContextProps): JSX.Element {
  if (person === undefined) return '';
  return (
    <Stack gap="tight">
      <CaseChoice person={person} form={form} />
      <LastTime person={person} />
      <Promises person={person} today={today} />
    </Stack>
  );
}

function CaseChoice({ person: { openCases }, form }: { person: ChosenPerson; form: FormState }): JSX.Element {
  const [only] = openCases;
  const error = form.error('supportCaseId');
  if (only === undefined) return <p class="muted">{words.noOpenCase}</p>;
  if (openCases.length === 1 && error === undefined) {
    return (
      <p>
        <span class="muted">{words.supportCaseBefore}</span>
        <Link href={`/cases/${only.id}`} text={`${only.number} ${only.programme}`} />
        <span safe>{`（${ja.codes.caseStatus[only.status]}）`}</span>
      </p>
    );
  }
  const options = openCases.map(({ id, number, programme, status }) => ({
    value: id,
    label: `${number} ${programme}（${ja.codes.caseStatus[status]}）`,
  }));
  return (
    <Select
      name="supportCaseId"
      label={words.supportCase}
      required
      blank={words.choose}
      width="full"
      error={error}
      value={form.value('supportCaseId')}
      options={[...options, { value: NO_CASE, label: words.inNoCase }]}
    />
  );
}

function LastTime({ person: { lastConsultation } }: { person: ChosenPerson }): JSX.Element {
  if (lastConsultation === null) return <p class="muted">{words.noneYet}</p>;
  const { id, heldOn, kind, authorName, authorSide } = lastConsultation;
  return (
    <p>
      <span class="muted">{words.lastTimeBefore}</span>
      <Link href={`/consultations/${id}`} text={`${formatWareki(heldOn)} ${ja.codes.consultationKind[kind]}`} />
      {'　'}
      <Person name={authorName} side={authorSide} />
    </p>
  );
}

function Promises({ person: { openActions }, today }: { person: ChosenPerson; today: IsoDate }): JSX.Element {
  if (openActions.length === 0) return '';
  return (
    <div>
      <p class="muted">{words.promised}</p>
      <ul>
        {openActions.map(({ title, dueOn, state, ownerSide, ownerName }) => (
          <li>
            <span safe>{fill(words.dueAndTitle, { due: shortWareki(dueOn), title })}</span>
            <Person name={ownerName ?? ja.codes.planStepOwner[ownerSide]} side={ownerSide} />
            {'　'}
            {isOverdue({ state, dueOn }, today) ? <Badge text={words.overdue} tone="error" /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
