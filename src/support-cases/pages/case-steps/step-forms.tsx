import { formatBoth, type IsoDate } from '#kernel';
import { fill, ja } from '#messages';
import {
  BlockedReasons,
  ButtonLink,
  DateBoxes,
  Disclosure,
  Form,
  Heading,
  Inline,
  Select,
  SideMark,
  Stack,
  SubmitRow,
  TextArea,
} from '#ui';
import { formState, type FormState, type PageContext } from '../../../platform/pages/index.js';
import type { CaseFrameView } from '../../frame/case-frame.js';
import type { MeetingKind } from '../../steps/dto/record-meeting.dto.js';
import { STEP_TEXT_MAX } from '../../steps/dto/take-step.dto.js';
import type { CaseSteps } from '../../steps/steps.service.js';
import type { StepCard } from './case-steps.presenter.js';

const words = ja.screens.supportCases;

interface StepListProps {
  readonly page: PageContext;
  readonly cards: readonly StepCard[];
  readonly steps: CaseSteps;
  readonly caseId: string;
  readonly today: IsoDate;
  readonly refused: FormState | undefined;
}

/** What may be done next, each with whose it is; blocked ones say why. */
export function StepList({ cards, ...rest }: StepListProps): JSX.Element {
  return (
    <Stack>
      {cards.map((card) => (
        <Step card={card} {...rest} />
      ))}
    </Stack>
  );
}

function Step(props: Omit<StepListProps, 'cards'> & { card: StepCard }): JSX.Element {
  const { card } = props;
  return (
    <Stack gap="tight">
      <Inline>
        <Heading level={3} text={card.title} />
        <ActorOfStep side={card.side} />
      </Inline>
      {card.way === 'blocked' ? <BlockedReasons title={words.notPossibleNow} reasons={card.reasons} /> : null}
      {card.way === 'other_side' ? <p class="muted">{words.otherSideMustAct}</p> : null}
      {card.way === 'link' && card.href !== undefined ? <ButtonLink text={card.title} href={card.href} /> : null}
      {card.way === 'form' ? <StepForm {...props} /> : null}
    </Stack>
  );
}

function ActorOfStep({ side }: { side: StepCard['side'] }): JSX.Element {
  if (side !== 'either') return <SideMark side={side} />;
  return <span class="muted">{ja.supportCase.sides.either}</span>;
}

function StepForm({
  card,
  page,
  steps,
  caseId,
  today,
  refused,
}: Omit<StepListProps, 'cards'> & { card: StepCard }): JSX.Element {
  const isRefused = refused?.value('action') === card.action;
  const form = isRefused ? refused : formState({ on: today });
  const field = (name: string): { name: string; idPrefix: string; error: string | undefined } => ({
    name,
    idPrefix: card.action,
    error: form.error(name),
  });
  return (
    <Disclosure title={fill(words.proceedTo, { status: ja.codes.caseStatus[card.to] })} open={isRefused}>
      <Form
        action={`/cases/${caseId}/transitions`}
        csrfToken={page.csrfToken}
        hidden={{ action: card.action, version: steps.version }}
      >
        <DateBoxes {...field('on')} label={words.date} required value={form.date('on')} />
        {card.asksReviewDate ? (
          <>
            <DateBoxes
              {...field('reviewOn')}
              label={words.reviewOn}
              required
              support={words.reviewOnSupport}
              value={form.date('reviewOn')}
            />
            <TextArea
              {...field('reason')}
              label={words.reasonForSuspension}
              rows={2}
              maxlength={STEP_TEXT_MAX}
              value={form.value('reason')}
            />
          </>
        ) : null}
        {card.asksCloseReason ? (
          <Select
            {...field('closeReason')}
            label={words.reasonForClosing}
            required
            blank={words.choose}
            options={steps.closeReasons.map((reason) => ({ value: reason, label: ja.codes.closeReason[reason] }))}
            value={form.value('closeReason')}
          />
        ) : null}
        <TextArea {...field('note')} label={words.note} rows={2} maxlength={STEP_TEXT_MAX} value={form.value('note')} />
        <SubmitRow save={card.title} variant={card.action === 'close' ? 'danger' : 'primary'} />
      </Form>
    </Disclosure>
  );
}

interface MeetingFormProps {
  readonly kind: MeetingKind;
  readonly page: PageContext;
  readonly frame: CaseFrameView;
  readonly refused: FormState | undefined;
}

/** The day on which the interview or the conference was held. */
export function MeetingForm({ kind, page, frame, refused }: MeetingFormProps): JSX.Element {
  const { id, version, interviewHeldOn, conferenceHeldOn } = frame.case;
  const heldOn = kind === 'interview' ? interviewHeldOn : conferenceHeldOn;
  const isRefused = refused?.value('kind') === kind;
  const form = isRefused ? refused : formState({ heldOn: heldOn ?? frame.today });
  const name = ja.supportCase.meetings[kind];
  return (
    <section id={kind}>
      <Heading level={3} text={name} />
      {heldOn === null ? null : <p safe>{fill(words.heldOnDay, { day: formatBoth(heldOn) })}</p>}
      <Disclosure title={heldOn === null ? words.recordHeldOn : words.correctHeldOn} open={isRefused}>
        <Form action={`/cases/${id}/meetings`} csrfToken={page.csrfToken} hidden={{ kind, version }}>
          <DateBoxes
            name="heldOn"
            idPrefix={kind}
            label={fill(words.heldOnOf, { meeting: name })}
            required
            value={form.date('heldOn')}
            error={form.error('heldOn')}
          />
          <SubmitRow />
        </Form>
      </Disclosure>
    </section>
  );
}
