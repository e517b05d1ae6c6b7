import { type IsoDate, formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { type OfferAnswer, OFFER_TRANSITIONS } from '#domain/placement';
import { ja } from '#messages';
import { Card, Columns, DateBoxes, Form, KeyValues, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { caseLayout, type RecordFrame, recordLayout } from '../../../support-cases/index.js';
import type { SiteReason } from '../../../organisations/index.js';
import type { Offer } from '../../referrals.repository.js';
import type { EmployerFormContext } from '../choose-employer/employer-choice.js';
import { PlacementLink } from '../referral/referral.view.js';
import { ReasonFields } from '../reason/reason-fields.js';
import { reasonInWords } from '../reason/reason-words.js';
import { formOfStep, type RefusedStep } from '../steps.js';

const screenWords = ja.screens.referrals;

export function offerFormPage(
  page: PageContext,
  { frame, employer, form }: EmployerFormContext & { readonly form: FormState },
): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const content = (
    <Card title={screenWords.recordOffer}>
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <p class="muted">{screenWords.offerLead}</p>
        <KeyValues
          items={[{ term: screenWords.employer, text: employer.name, href: `/employers/${employer.id}` }]}
          dense
        />
        <Form
          action={`/cases/${frame.case.id}/offers`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ employerId: employer.id }}
        >
          <DateBoxes
            name="receivedOn"
            label={screenWords.offeredOn}
            required
            value={form.date('receivedOn')}
            error={form.error('receivedOn')}
          />
          <TextArea
            name="conditions"
            label={screenWords.offeredTerms}
            rows={3}
            value={form.value('conditions')}
            error={form.error('conditions')}
          />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: screenWords.offer });
}

export interface OfferView {
  readonly frame: RecordFrame;
  readonly offer: Offer;
  /** The placement that came of it, if one did. */
  readonly placement: { readonly id: string } | null;
  /** Why an offer can be declined. */
  readonly reasons: readonly SiteReason[];
  readonly today: IsoDate;
  readonly refused: RefusedStep<OfferAnswer> | undefined;
}

export function offerPage(page: PageContext, view: OfferView): Html {
  const { frame, offer, placement, refused } = view;
  const { id, employerId, employerName, receivedOn, conditions, status, decidedOn, reason, referralId } = offer;
  const mayAnswer = frame.case !== null && may(page.actor, 'offer.record');
  const can = (answer: OfferAnswer) => mayAnswer && OFFER_TRANSITIONS.find(status, answer) !== undefined;
  const content = (
    <Stack>
      {refused === undefined ? null : (
        <FormProblems form={refused.form} currentHref={`/offers/${id}`} idPrefix={refused.step} />
      )}
      <Card
        title={screenWords.offer}
        actions={
          status === 'accepted' && frame.case !== null ? (
            <PlacementLink
              placement={placement}
              caseStatus={frame.case.status}
              href={`/cases/${frame.case.id}/placements/new?${referralId === null ? `offer=${id}` : `referral=${referralId}`}`}
            />
          ) : undefined
        }
      >
        <KeyValues
          items={[
            { term: screenWords.employer, text: employerName, href: `/employers/${employerId}` },
            { term: screenWords.offeredOn, text: formatBoth(receivedOn) },
            { term: screenWords.offeredTerms, text: conditions },
            {
              term: screenWords.answer,
              text:
                decidedOn === null
                  ? ja.codes.offerStatus[status]
                  : `${ja.codes.offerStatus[status]}（${formatWareki(decidedOn)}）`,
            },
            ...(reason === null ? [] : [{ term: screenWords.declineReason, text: reasonInWords(reason) }]),
          ]}
        />
      </Card>
      <Columns>
        {can('accepted') ? <AnswerCard page={page} view={view} answer="accepted" /> : null}
        {can('declined') ? <AnswerCard page={page} view={view} answer="declined" /> : null}
      </Columns>
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: screenWords.offer });
}

interface AnswerCardProps {
  readonly page: PageContext;
  readonly view: OfferView;
  readonly answer: OfferAnswer;
}

function AnswerCard({ page, view: { offer, reasons, today, refused }, answer }: AnswerCardProps): JSX.Element {
  const form = formOfStep(refused, answer, { decidedOn: today });
  return (
    <Card title={answer === 'accepted' ? screenWords.accept : screenWords.decline} level={3}>
      <Form
        action={`/offers/${offer.id}/answer`}
        csrfToken={page.csrfToken}
        hidden={{ answer, version: form.version(offer.version) }}
      >
        <DateBoxes
          name="decidedOn"
          label={screenWords.answeredOn}
          required
          idPrefix={answer}
          value={form.date('decidedOn')}
          error={form.error('decidedOn')}
        />
        {answer === 'accepted' ? null : (
          <ReasonFields
            form={form}
            label={screenWords.declineReason}
            occasions={['declined']}
            reasons={reasons}
            idPrefix={answer}
            needed
          />
        )}
        <SubmitRow
          save={answer === 'accepted' ? screenWords.recordAcceptance : screenWords.recordDecline}
          variant={answer === 'accepted' ? 'primary' : 'secondary'}
        />
      </Form>
    </Card>
  );
}
