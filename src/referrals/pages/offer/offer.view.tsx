import { type IsoDate, formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { OFFER_TRANSITIONS } from '#domain/placement';
import { ja } from '#messages';
import { ButtonLink, Card, Columns, DateBoxes, Form, KeyValues, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { caseLayout, type RecordFrame, recordLayout } from '../../../support-cases/index.js';
import type { SiteReason } from '../../../organisations/index.js';
import type { Offer } from '../../referrals.repository.js';
import type { EmployerFormContext } from '../choose-employer/chosen-employer.js';
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

/** 承諾 or 辞退; each has a form of its own. */
export type AnswerStep = 'accept' | 'decline';

export interface OfferView {
  readonly frame: RecordFrame;
  readonly offer: Offer;
  /** Why an offer can be declined. */
  readonly reasons: readonly SiteReason[];
  readonly today: IsoDate;
  readonly refused: RefusedStep<AnswerStep> | undefined;
}

export function offerPage(page: PageContext, view: OfferView): Html {
  const { frame, offer, refused } = view;
  const { id, employerId, employerName, receivedOn, conditions, status, decidedOn, reason, referralId } = offer;
  const mayAnswer = frame.case !== null && may(page.actor, 'offer.record');
  const can = (answer: 'accepted' | 'declined') => mayAnswer && OFFER_TRANSITIONS.find(status, answer) !== undefined;
  const placementHref =
    frame.case &&
    `/cases/${frame.case.id}/placements/new?${referralId === null ? `offer=${id}` : `referral=${referralId}`}`;
  const content = (
    <Stack>
      {refused === undefined ? null : (
        <FormProblems form={refused.form} currentHref={`/offers/${id}`} idPrefix={refused.step} />
      )}
      <Card
        title="採用"
        actions={
          status === 'accepted' && placementHref !== null ? (
            <ButtonLink text="就職を記録する" href={placementHref} icon="placement" variant="primary" />
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
        {can('accepted') ? <AnswerCard page={page} view={view} how="accept" /> : null}
        {can('declined') ? <AnswerCard page={page} view={view} how="decline" /> : null}
      </Columns>
    </Stack>
  );
  return recordLayout(page, frame, 'referrals', content, { title: '採用' });
}

interface AnswerCardProps {
  readonly page: PageContext;
  readonly view: OfferView;
  readonly how: AnswerStep;
}

function AnswerCard({ page, view: { offer, reasons, today, refused }, how }: AnswerCardProps): JSX.Element {
  const form = formOfStep(refused, how, { decidedOn: today });
  return (
    <Card title={how === 'accept' ? '承諾' : '辞退'} level={3}>
      <Form
        action={`/offers/${offer.id}/${how}`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(offer.version) }}
      >
        <DateBoxes
          name="decidedOn"
          label="回答の日"
          required
          idPrefix={how}
          value={form.date('decidedOn')}
          error={form.error('decidedOn')}
        />
        {how === 'accept' ? null : (
          <ReasonFields
            form={form}
            label="辞退の理由"
            occasions={['declined']}
            reasons={reasons}
            idPrefix={how}
            needed
          />
        )}
        <SubmitRow
          save={how === 'accept' ? '承諾を記録' : '辞退を記録'}
          variant={how === 'accept' ? 'primary' : 'secondary'}
        />
      </Form>
    </Card>
  );
}
