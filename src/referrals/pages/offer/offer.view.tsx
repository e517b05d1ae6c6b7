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

export function offerFormPage(
  page: PageContext,
  { frame, employer, form }: EmployerFormContext & { readonly form: FormState },
): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const content = (
    <Card title="採用を記録する">
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <p class="muted">ハローワークの紹介による採用は、紹介の結果として記録します。</p>
        <KeyValues items={[{ term: '事業所', text: employer.name, href: `/employers/${employer.id}` }]} dense />
        <Form
          action={`/cases/${frame.case.id}/offers`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ employerId: employer.id }}
        >
          <DateBoxes
            name="receivedOn"
            label="採用通知日"
            required
            value={form.date('receivedOn')}
            error={form.error('receivedOn')}
          />
          <TextArea
            name="conditions"
            label="提示された条件"
            rows={3}
            value={form.value('conditions')}
            error={form.error('conditions')}
          />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '採用' });
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
        title="採用"
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
            { term: '事業所', text: employerName, href: `/employers/${employerId}` },
            { term: '採用通知日', text: formatBoth(receivedOn) },
            { term: '提示された条件', text: conditions },
            {
              term: '回答',
              text:
                decidedOn === null
                  ? ja.codes.offerStatus[status]
                  : `${ja.codes.offerStatus[status]}（${formatWareki(decidedOn)}）`,
            },
            ...(reason === null ? [] : [{ term: '辞退の理由', text: reasonInWords(reason) }]),
          ]}
        />
      </Card>
      <Columns>
        {can('accepted') ? <AnswerCard page={page} view={view} answer="accepted" /> : null}
        {can('declined') ? <AnswerCard page={page} view={view} answer="declined" /> : null}
      </Columns>
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: '採用' });
}

interface AnswerCardProps {
  readonly page: PageContext;
  readonly view: OfferView;
  readonly answer: OfferAnswer;
}

function AnswerCard({ page, view: { offer, reasons, today, refused }, answer }: AnswerCardProps): JSX.Element {
  const form = formOfStep(refused, answer, { decidedOn: today });
  return (
    <Card title={answer === 'accepted' ? '承諾' : '辞退'} level={3}>
      <Form
        action={`/offers/${offer.id}/answer`}
        csrfToken={page.csrfToken}
        hidden={{ answer, version: form.version(offer.version) }}
      >
        <DateBoxes
          name="decidedOn"
          label="回答の日"
          required
          idPrefix={answer}
          value={form.date('decidedOn')}
          error={form.error('decidedOn')}
        />
        {answer === 'accepted' ? null : (
          <ReasonFields
            form={form}
            label="辞退の理由"
            occasions={['declined']}
            reasons={reasons}
            idPrefix={answer}
            needed
          />
        )}
        <SubmitRow
          save={answer === 'accepted' ? '承諾を記録' : '辞退を記録'}
          variant={answer === 'accepted' ? 'primary' : 'secondary'}
        />
      </Form>
    </Card>
  );
}
