import { type IsoDate, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  BlockedReasons,
  Card,
  type Candidate,
  Columns,
  Combobox,
  ErrorSummary,
  Form,
  PageHeading,
  Stack,
  SubmitRow,
  Table,
} from '#ui';
import { ageText } from '../../../jobseekers/index.js';
import { Html } from '../../../platform/http/index.js';
import { type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { LoggedToday, ChosenPerson, QuickLogChoices } from '../../quick-log.reader.js';
import { OccasionFields } from '../shared/occasion-fields.js';
import { Participants, type ParticipantsProps } from '../shared/participants.js';
import { RecordFields } from '../shared/record-fields.js';
import { NextActionFields } from './next-action-fields.js';
import { PersonContext } from './person-context.js';

const words = ja.screens.consultations;

export interface QuickLogView {
  readonly form: FormState;
  readonly choices: QuickLogChoices;
  readonly person: ChosenPerson | undefined;
  /** Staff of the case the record will stand in. */
  readonly team: readonly string[];
  readonly today: IsoDate;
  /** The day whose records are listed. */
  readonly day: IsoDate;
  /** Found for the words typed, where no script runs. */
  readonly candidates?: readonly Candidate[] | undefined;
}

const TITLE = words.log;
/** Who was picked and who takes part, and nothing of the text: an address is no place for it. */
const ASKED_WITH = '#quick-log [name=jobseekerId], #quick-log [name=participantIds]';

export function quickLogPage(page: PageContext, view: QuickLogView): Html {
  const { form, choices, person, team, today, day, candidates } = view;
  const content = (
    <Stack>
      <PageHeading title={TITLE} />
      <ErrorSummary errors={form.summary} />
      <BlockedReasons title={words.notSaved} reasons={form.reasons.map((text) => ({ text }))} />
      <Form id="quick-log" action="/consultations" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <Columns layout="aside">
          <Stack>
            <Card>
              <Stack>
                <Combobox
                  name="jobseekerId"
                  label={words.jobseeker}
                  required
                  support={words.jobseekerSupport}
                  suggestUrl="/jobseekers/suggestions"
                  selected={person && candidateOf(person, today)}
                  query={form.value('jobseekerId_q')}
                  candidates={candidates}
                  autofocus={person === undefined}
                  focusAfter="kind"
                  about="person-context"
                  error={form.error('jobseekerId')}
                />
                <div
                  id="person-context"
                  aria-live="polite"
                  hx-get="/consultations/new/person"
                  hx-trigger="combobox:chosen from:body"
                  hx-include={ASKED_WITH}
                  hx-swap="innerHTML"
                  hx-sync="this:replace"
                >
                  <PersonContext person={person} form={form} today={today} />
                </div>
                <RecordFields
                  form={form}
                  organisationName={page.actor.organisationName}
                  autofocus={person !== undefined}
                />
              </Stack>
            </Card>
            <Card title={words.nextActions}>
              <NextActionFields
                form={form}
                actor={page.actor}
                colleagues={choices.colleagues.filter(({ id }) => person?.outOfSight.includes(id) !== true)}
                team={team}
                today={today}
              />
            </Card>
          </Stack>
          <Stack>
            <Card title={words.whenAndWhere}>
              <OccasionFields form={form} desks={choices.desks} />
            </Card>
            <Card title={words.participants}>
              <div id="participants">
                <Participants {...participantsOf(page, view)} />
              </div>
            </Card>
          </Stack>
        </Columns>
        <SubmitRow next cancelHref={person === undefined ? '/' : `/jobseekers/${person.id}`} />
      </Form>
      <Logged lines={choices.logged} day={day} today={today} />
    </Stack>
  );
  return renderPage(page, { title: TITLE, width: 'wide', children: content });
}

/** With what tells people of one name apart. */
const candidateOf = (person: ChosenPerson, today: IsoDate): Candidate => ({
  value: person.id,
  label: person.name,
  kana: person.kana,
  detail: [ageText(person, today), person.number].filter(Boolean).join('　'),
});

/** What changes once a person is picked: their context and, beside it, the team among the participants. */
export function personFragment(page: PageContext, view: QuickLogView): Html {
  const context = <PersonContext person={view.person} form={view.form} today={view.today} />;
  const participants = (
    <div id="participants" hx-swap-oob="innerHTML">
      <Participants {...participantsOf(page, view)} />
    </div>
  );
  return new Html(String(context) + String(participants));
}

function participantsOf({ actor }: PageContext, { choices, team, form }: QuickLogView): ParticipantsProps {
  return {
    author: actor,
    colleagues: choices.colleagues,
    team,
    chosen: form.values('participantIds'),
    error: form.error('participantIds'),
  };
}

/** One row each: on an outreach day, the list of the day. */
function Logged({ lines, day, today }: { lines: readonly LoggedToday[]; day: IsoDate; today: IsoDate }): JSX.Element {
  if (lines.length === 0) return '';
  return (
    <Card
      title={fill(words.loggedOn, {
        day: day === today ? words.today : formatWareki(day),
        count: lines.length,
      })}
    >
      <Table
        caption={words.loggedCaption}
        captionHidden
        dense
        rows={lines}
        empty=""
        columns={[
          { header: words.time, width: 'narrow', text: (line: LoggedToday) => line.startedAt ?? '' },
          {
            header: words.jobseeker,
            rowHeader: true,
            text: (line: LoggedToday) => line.jobseekerName,
            href: (line: LoggedToday) => `/consultations/${line.id}`,
          },
          { header: words.kind, text: (line: LoggedToday) => ja.codes.consultationKind[line.kind] },
          { header: words.channel, text: (line: LoggedToday) => ja.codes.channel[line.channel] },
        ]}
      />
    </Card>
  );
}
