import { formatBoth, formatWareki, type IsoDate } from '#kernel';
import { cancellationReasons, furtherInterviewReasons, interviewStepReasons, interviewTiming } from '#domain/referral';
import { fill, ja } from '#messages';
import {
  Badge,
  Card,
  DateBoxes,
  Disclosure,
  Form,
  KeyValues,
  Notice,
  Person,
  Select,
  Stack,
  SubmitRow,
  Table,
  TextField,
  TimeField,
} from '#ui';
import type { PageContext } from '../../../platform/pages/index.js';
import { arrangedInterview, type InterviewLine } from '../../interviews.js';
import type { AttemptView } from '../referral/referral.view.js';
import { formOfStep } from '../steps.js';

interface InterviewProps {
  readonly page: PageContext;
  readonly view: AttemptView;
  /** Whether the viewer may change anything here. */
  readonly mayChange: boolean;
}

const words = ja.referral.interview;

/** 面接: the one arranged with what may be done about it, and those before it. */
export function InterviewCard(props: InterviewProps): JSX.Element {
  const { view, mayChange } = props;
  const { referral, today } = view;
  const arranged = arrangedInterview(referral.interviews);
  const others = referral.interviews.filter(({ id }) => id !== arranged?.id);
  const mayArrange = mayChange && interviewStepReasons(referral).length === 0;
  if (arranged === undefined && others.length === 0 && !mayArrange) return '';
  return (
    <Card
      title={words.title}
      id="interview"
      actions={arranged === undefined ? undefined : <Timing of={arranged} today={today} />}
    >
      <Stack>
        {arranged === undefined ? null : <Arranged interview={arranged} today={today} />}
        {arranged === undefined && mayArrange ? <ArrangeForm {...props} step="interview" /> : null}
        {arranged !== undefined && mayArrange ? <Changes {...props} /> : null}
        {others.length === 0 ? null : <History rows={others} />}
      </Stack>
    </Card>
  );
}

/** 「令和8年6月17日（2026年）10:30」 */
function when({ interviewOn, startsAt }: InterviewLine): string {
  return `${formatBoth(interviewOn)}　${startsAt ?? words.undecidedTime}`;
}

function Timing({ of: { interviewOn }, today }: { of: InterviewLine; today: IsoDate }): JSX.Element {
  const timing = interviewTiming(interviewOn, today);
  return <Badge text={words.timing[timing]} tone={timing === 'past' ? 'warning' : 'info'} icon="calendar" />;
}

function Arranged({ interview, today }: { interview: InterviewLine; today: IsoDate }): JSX.Element {
  const { interviewOn, place, accompaniedBy } = interview;
  const isPast = interviewTiming(interviewOn, today) === 'past';
  return (
    <>
      {isPast ? (
        <Notice
          tone="warn"
          title={words.askOutcome}
          text={fill(words.askOutcomeText, { day: formatWareki(interviewOn) })}
        />
      ) : null}
      <KeyValues
        items={[
          { term: words.when, text: when(interview) },
          { term: words.place, text: place },
          {
            term: words.companion,
            content:
              accompaniedBy === null ? undefined : <Person name={accompaniedBy.name} side={accompaniedBy.side} />,
          },
        ]}
      />
    </>
  );
}

/** Moving it, cancelling it, and the next one once its day has come. */
function Changes(props: InterviewProps): JSX.Element {
  const { referral, today, refused } = props.view;
  return (
    <>
      <Disclosure title={words.move} open={refused?.step === 'interview'}>
        <p class="muted">{words.moveSupport}</p>
        <ArrangeForm {...props} step="interview" />
      </Disclosure>
      {furtherInterviewReasons(referral, today).length === 0 ? (
        <Disclosure title={words.further} open={refused?.step === 'further'}>
          <ArrangeForm {...props} step="further" />
        </Disclosure>
      ) : null}
      {cancellationReasons(referral, today).length === 0 ? (
        <Disclosure title={words.cancel} open={refused?.step === 'cancellation'}>
          <p class="muted">{words.cancelSupport}</p>
          <CancelForm {...props} />
        </Disclosure>
      ) : null}
    </>
  );
}

function ArrangeForm({ page, view, step }: InterviewProps & { step: 'interview' | 'further' }): JSX.Element {
  const { referral, companions, refused } = view;
  const arranged = step === 'interview' ? arrangedInterview(referral.interviews) : undefined;
  const form = formOfStep(refused, step, {
    interviewOn: arranged?.interviewOn ?? '',
    startsAt: arranged?.startsAt ?? '',
    place: arranged?.place ?? '',
    accompaniedBy: arranged?.accompaniedBy?.id ?? '',
  });
  const field = (name: string) => ({ name, idPrefix: step, value: form.value(name), error: form.error(name) });
  const known = companions.map(({ id, name, side }) => ({ value: id, label: `${name}（${ja.codes.side[side]}）` }));
  const keeps = arranged?.accompaniedBy;
  const choices =
    keeps && !companions.some(({ id }) => id === keeps.id) ? [...known, { value: keeps.id, label: keeps.name }] : known;
  const save = step === 'further' ? words.furtherSave : arranged ? words.moveSave : words.arrangeSave;
  return (
    <Form
      action={`/referrals/${referral.id}/interview`}
      csrfToken={page.csrfToken}
      hidden={{ version: form.version(referral.version), ...(step === 'further' ? { further: 'true' } : {}) }}
    >
      <DateBoxes
        name="interviewOn"
        label={words.day}
        required
        idPrefix={step}
        value={form.date('interviewOn')}
        error={form.error('interviewOn')}
      />
      <TimeField {...field('startsAt')} label={words.time} />
      <TextField {...field('place')} label={words.place} width="full" />
      <Select
        {...field('accompaniedBy')}
        label={words.companion}
        blank={words.noCompanion}
        options={choices}
        width="long"
      />
      {arranged ? <TextField {...field('reasonNote')} label={words.moveReason} width="full" /> : null}
      <SubmitRow save={save} variant="secondary" />
    </Form>
  );
}

function CancelForm({ page, view: { referral, refused, today } }: InterviewProps): JSX.Element {
  const form = formOfStep(refused, 'cancellation', { cancelledOn: today });
  return (
    <Form
      action={`/referrals/${referral.id}/interview/cancellation`}
      csrfToken={page.csrfToken}
      hidden={{ version: form.version(referral.version) }}
    >
      <DateBoxes
        name="cancelledOn"
        label={words.cancelledOn}
        required
        idPrefix="cancellation"
        value={form.date('cancelledOn')}
        error={form.error('cancelledOn')}
      />
      <TextField
        name="reasonNote"
        label={words.cancelReason}
        width="full"
        idPrefix="cancellation"
        value={form.value('reasonNote')}
        error={form.error('reasonNote')}
      />
      <SubmitRow save={words.cancelSave} variant="danger" />
    </Form>
  );
}

function History({ rows }: { rows: readonly InterviewLine[] }): JSX.Element {
  return (
    <Table
      caption={words.history}
      rows={rows}
      empty=""
      dense
      phone="cards"
      columns={[
        { header: words.when, rowHeader: true, text: when },
        {
          header: words.state,
          text: ({ status, endedOn }: InterviewLine) =>
            endedOn === null || status === 'held'
              ? words.status[status]
              : `${words.status[status]}（${formatWareki(endedOn)}）`,
        },
        { header: words.place, text: ({ place }: InterviewLine) => place },
        { header: words.companion, text: ({ accompaniedBy }: InterviewLine) => accompaniedBy?.name },
        { header: words.reason, width: 'wide', text: ({ reasonNote }: InterviewLine) => reasonNote },
      ]}
    />
  );
}
