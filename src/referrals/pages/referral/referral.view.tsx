import { type IsoDate, formatBoth } from '#kernel';
import { may } from '#access';
import { ja } from '#messages';
import { type DecidedOutcome, letterStepReasons } from '#domain/referral';
import { type CaseStatus, recordingReasons } from '#domain/support-case';
import {
  ButtonLink,
  Card,
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
import type { Colleague } from '../../../team-members/index.js';
import { BlockedRecord } from '../blocked-record.js';
import { InterviewCard } from '../interview/interview.view.js';
import { ReasonFields } from '../reason/reason-fields.js';
import { formOfStep, type RefusedStep } from '../steps.js';
import { type AttemptRecords, occasionsAhead, possibleOutcomes, presentAttempt } from './referral.presenter.js';

const words = ja.screens.referrals;

export type AttemptStep = 'letter' | 'interview' | 'further' | 'cancellation' | 'outcome';

export interface AttemptView extends AttemptRecords {
  readonly frame: RecordFrame;
  /** Those that explain an outcome the attempt can still come to. */
  readonly reasons: readonly SiteReason[];
  /** The placement that came of it, if one did. */
  readonly placement: { readonly id: string } | null;
  /** Who may go along to an interview. */
  readonly companions: readonly Colleague[];
  readonly today: IsoDate;
  readonly refused: RefusedStep<AttemptStep> | undefined;
}

export function attemptPage(page: PageContext, view: AttemptView): Html {
  const { referral, offer, placement, frame, refused, today } = view;
  const { id, employerId, letterIssuedOn, note, by, outcome } = referral;
  const mayRefer = may(page.actor, 'referral.write');
  const content = (
    <Stack>
      {refused === undefined ? null : (
        <FormProblems form={refused.form} currentHref={`/referrals/${id}`} idPrefix={refused.step} />
      )}
      <Ladder attempts={[{ ...presentAttempt(view, today), href: undefined }]} />
      <Card
        title={words.referral}
        actions={
          <>
            {letterIssuedOn !== null && mayRefer ? (
              <ButtonLink text={words.printLetter} href={`/referrals/${id}/letter`} icon="print" size="small" />
            ) : null}
            {offer === undefined ? null : (
              <ButtonLink text={words.offerAndAnswer} href={`/offers/${offer.id}`} icon="offer" size="small" />
            )}
            {outcome === 'hired' && frame.case !== null ? (
              <PlacementLink
                placement={placement}
                caseStatus={frame.case.status}
                href={`/cases/${frame.case.id}/placements/new?referral=${id}`}
              />
            ) : null}
          </>
        }
      >
        <KeyValues
          items={[
            { term: words.employer, text: referral.employerName, href: `/employers/${employerId}` },
            { term: words.jobOrder, text: [referral.jobOrderTitle, referral.orderNumber].filter(Boolean).join('　') },
            { term: words.askedOn, text: formatBoth(referral.askedOn) },
            { term: words.referredBy, content: by === null ? undefined : <Person {...by} /> },
            { term: words.note, content: note === null ? undefined : <TypedText text={note} /> },
          ]}
        />
      </Card>
      <InterviewCard page={page} view={view} mayChange={mayRefer && frame.case !== null} />
      {mayRefer && frame.case !== null ? <Steps page={page} view={view} caseStatus={frame.case.status} /> : null}
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: words.referral });
}

interface PlacementLinkProps {
  readonly placement: { readonly id: string } | null;
  readonly caseStatus: CaseStatus;
  /** Where a placement is recorded. */
  readonly href: string;
}

/** To the placement that came of it, or to where one is recorded if the case takes one. */
export function PlacementLink({ placement, caseStatus, href }: PlacementLinkProps): JSX.Element {
  const { steps } = ja.referral;
  if (placement !== null)
    return (
      <ButtonLink text={steps.placementRecord} href={`/placements/${placement.id}`} icon="placement" size="small" />
    );
  if (recordingReasons('placement', caseStatus).length > 0) return '';
  return <ButtonLink text={steps.recordPlacement} href={href} icon="placement" size="small" />;
}

interface StepProps {
  readonly page: PageContext;
  readonly view: AttemptView;
}

/** The steps that can follow from here; each is a form of its own. */
function Steps({ page, view, caseStatus }: StepProps & { caseStatus: CaseStatus }): JSX.Element {
  const { referral, today } = view;
  const outcomes = possibleOutcomes(referral, caseStatus, today);
  return (
    <Stack>
      {letterStepReasons(referral, today).length === 0 ? <LetterStep page={page} view={view} /> : null}
      {outcomes.length === 0 ? null : (
        <OutcomeStep page={page} view={view} outcomes={outcomes} caseStatus={caseStatus} />
      )}
    </Stack>
  );
}

function LetterStep({ page, view: { referral, refused, today } }: StepProps): JSX.Element {
  const form = formOfStep(refused, 'letter', { letterIssuedOn: today });
  return (
    <Card title={words.issueLetter} level={3}>
      <Form
        action={`/referrals/${referral.id}/letter`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(referral.version) }}
      >
        <DateBoxes
          name="letterIssuedOn"
          label={words.letterIssuedOn}
          required
          idPrefix="letter"
          value={form.date('letterIssuedOn')}
          error={form.error('letterIssuedOn')}
        />
        <SubmitRow save={words.recordLetter} variant="secondary" />
      </Form>
    </Card>
  );
}

type OutcomeStepProps = StepProps & {
  readonly outcomes: readonly DecidedOutcome[];
  readonly caseStatus: CaseStatus;
};

function OutcomeStep({ page, view, outcomes, caseStatus }: OutcomeStepProps): JSX.Element {
  const { referral, reasons, refused, today } = view;
  const form = formOfStep(refused, 'outcome', { outcomeOn: today });
  return (
    <Card title={words.recordOutcomeTitle} level={3}>
      {outcomes.includes('interview_failed') ? <BlockedRecord record="offer" status={caseStatus} /> : null}
      <Form
        action={`/referrals/${referral.id}/outcome`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(referral.version) }}
      >
        <RadioChips
          name="outcome"
          label={words.outcome}
          required
          idPrefix="outcome"
          options={outcomeChoices(outcomes)}
          value={form.value('outcome')}
          error={form.error('outcome')}
        />
        <DateBoxes
          name="outcomeOn"
          label={words.outcomeOn}
          required
          idPrefix="outcome"
          value={form.date('outcomeOn')}
          error={form.error('outcomeOn')}
        />
        <ReasonFields
          form={form}
          label={words.reason}
          occasions={occasionsAhead(referral, today)}
          reasons={reasons}
          idPrefix="outcome"
        />
        <SubmitRow save={words.recordOutcome} />
      </Form>
    </Card>
  );
}

/** One key an outcome, the same at every stage. */
const OUTCOME_KEYS = {
  refused_before_application: '1',
  not_attended: '2',
  document_failed: '3',
  interview_failed: '4',
  offered: '5',
  declined: '6',
  hired: '7',
} as const;

function outcomeChoices(outcomes: readonly DecidedOutcome[]): { value: string; label: string; key: string }[] {
  return outcomes
    .map((outcome) => ({ value: outcome, label: ja.codes.referralOutcome[outcome], key: OUTCOME_KEYS[outcome] }))
    .sort((one, other) => one.key.localeCompare(other.key));
}
