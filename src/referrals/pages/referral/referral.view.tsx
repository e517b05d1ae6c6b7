import { type IsoDate, formatBoth } from '#kernel';
import { may } from '#access';
import { ja } from '#messages';
import { allowedOutcomes, interviewStepReasons, letterStepReasons } from '#domain/referral';
import {
  ButtonLink,
  Card,
  Columns,
  DateBoxes,
  Form,
  KeyValues,
  Ladder,
  Person,
  RadioChips,
  Stack,
  SubmitRow,
  TypedText,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type PageContext } from '../../../platform/pages/index.js';
import { type RecordFrame, recordLayout } from '../../../support-cases/index.js';
import type { SiteReason } from '../../../organisations/index.js';
import type { Referral } from '../../referrals.repository.js';
import { ReasonFields } from '../reason/reason-fields.js';
import { formOfStep, type RefusedStep } from '../steps.js';
import { type AttemptRecords, occasionsAhead, presentAttempt } from './referral.presenter.js';

export type AttemptStep = 'letter' | 'interview' | 'outcome';

export interface AttemptView extends AttemptRecords {
  readonly frame: RecordFrame;
  /** Those that explain an outcome the attempt can still come to. */
  readonly reasons: readonly SiteReason[];
  readonly today: IsoDate;
  readonly refused: RefusedStep<AttemptStep> | undefined;
}

export function attemptPage(page: PageContext, view: AttemptView): Html {
  const { referral, offer, frame, refused } = view;
  const { id, employerId, letterIssuedOn, note, by, outcome } = referral;
  const mayRefer = may(page.actor, 'referral.write');
  const content = (
    <Stack>
      {refused === undefined ? null : (
        <FormProblems form={refused.form} currentHref={`/referrals/${id}`} idPrefix={refused.step} />
      )}
      <Ladder attempts={[{ ...presentAttempt(view), href: undefined }]} />
      <Card
        title="紹介"
        actions={
          <>
            {letterIssuedOn !== null && mayRefer ? (
              <ButtonLink text="紹介状を印刷" href={`/referrals/${id}/letter`} icon="print" size="small" />
            ) : null}
            {offer === undefined ? null : (
              <ButtonLink text="採用と回答" href={`/offers/${offer.id}`} icon="offer" size="small" />
            )}
            {outcome === 'hired' && frame.case !== null ? (
              <ButtonLink
                text="就職を記録する"
                href={`/cases/${frame.case.id}/placements/new?referral=${id}`}
                icon="placement"
                size="small"
              />
            ) : null}
          </>
        }
      >
        <KeyValues
          items={[
            { term: '事業所', text: referral.employerName, href: `/employers/${employerId}` },
            { term: '求人', text: [referral.jobOrderTitle, referral.orderNumber].filter(Boolean).join('　') },
            { term: '打診した日', text: formatBoth(referral.askedOn) },
            { term: '紹介した人', content: by === null ? undefined : <Person {...by} /> },
            { term: '備考', content: note === null ? undefined : <TypedText text={note} /> },
          ]}
        />
      </Card>
      {mayRefer && frame.case !== null ? <Steps page={page} view={view} /> : null}
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: '紹介' });
}

interface StepProps {
  readonly page: PageContext;
  readonly view: AttemptView;
}

/** The steps that can follow from here; each is a form of its own. */
function Steps({ page, view }: StepProps): JSX.Element {
  const { referral } = view;
  const letter = letterStepReasons(referral).length === 0;
  const interview = interviewStepReasons(referral).length === 0;
  return (
    <Stack>
      {letter || interview ? (
        <Columns>
          {letter ? (
            <DayStep
              page={page}
              view={view}
              step="letter"
              name="letterIssuedOn"
              title="紹介状を交付する"
              label="紹介状の交付日"
            />
          ) : null}
          {interview ? (
            <DayStep
              page={page}
              view={view}
              step="interview"
              name="interviewOn"
              title="面接"
              label="面接日"
              support="予定の日も入力できます。"
            />
          ) : null}
        </Columns>
      ) : null}
      {allowedOutcomes(referral).length === 0 ? null : <OutcomeStep page={page} view={view} />}
    </Stack>
  );
}

interface DayStepProps extends StepProps {
  readonly step: 'letter' | 'interview';
  readonly name: 'letterIssuedOn' | 'interviewOn';
  readonly title: string;
  readonly label: string;
  readonly support?: string;
}

function DayStep({ page, view, step, name, title, label, support }: DayStepProps): JSX.Element {
  const { id, version } = view.referral;
  const form = formOfStep(view.refused, step, { [name]: view.referral[name] ?? (step === 'letter' ? view.today : '') });
  return (
    <Card title={title} level={3}>
      <Form action={`/referrals/${id}/${step}`} csrfToken={page.csrfToken} hidden={{ version: form.version(version) }}>
        <DateBoxes
          name={name}
          label={label}
          required
          support={support}
          idPrefix={step}
          value={form.date(name)}
          error={form.error(name)}
        />
        <SubmitRow save={`${label}を記録`} variant="secondary" />
      </Form>
    </Card>
  );
}

function OutcomeStep({ page, view }: StepProps): JSX.Element {
  const { id, version } = view.referral;
  const form = formOfStep(view.refused, 'outcome', { outcomeOn: view.today });
  return (
    <Card title="結果を記録する" level={3}>
      <Form action={`/referrals/${id}/outcome`} csrfToken={page.csrfToken} hidden={{ version: form.version(version) }}>
        <RadioChips
          name="outcome"
          label="結果"
          required
          idPrefix="outcome"
          options={outcomeChoices(view.referral)}
          value={form.value('outcome')}
          error={form.error('outcome')}
        />
        <DateBoxes
          name="outcomeOn"
          label="結果の日"
          required
          idPrefix="outcome"
          value={form.date('outcomeOn')}
          error={form.error('outcomeOn')}
        />
        <ReasonFields
          form={form}
          label="理由"
          occasions={occasionsAhead(view.referral)}
          reasons={view.reasons}
          idPrefix="outcome"
        />
        <SubmitRow save="結果を記録" />
      </Form>
    </Card>
  );
}

/** One key an outcome, the same on every rung. */
const OUTCOME_KEYS = {
  refused_before_application: '1',
  not_attended: '2',
  document_failed: '3',
  interview_failed: '4',
  offered: '5',
  declined: '6',
  hired: '7',
} as const;

function outcomeChoices(referral: Referral): { value: string; label: string; key: string }[] {
  return allowedOutcomes(referral)
    .map((outcome) => ({ value: outcome, label: ja.codes.referralOutcome[outcome], key: OUTCOME_KEYS[outcome] }))
    .sort((one, other) => one.key.localeCompare(other.key));
}
