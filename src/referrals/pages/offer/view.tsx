import { formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { OFFER_TRANSITIONS } from '#domain/placement';
import { ja } from '#messages';
import { ButtonLink, Card, Columns, DateBoxes, Form, KeyValues, Stack, SubmitRow, TextArea } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, FormState, type PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import type { Offer } from '../../referrals.repository.js';
import type { EmployerFormContext } from '../choose-employer/chosen-employer.js';

export function offerFormPage(page: PageContext, { frame, employer, form }: EmployerFormContext & { readonly form: FormState }): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const content = (
    <Card title="採用を記録する">
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <p class="muted">ハローワークの紹介による採用は、紹介の結果として記録します。</p>
        <KeyValues items={[{ term: '事業所', text: employer.name, href: `/employers/${employer.id}` }]} dense />
        <Form action={`/cases/${frame.case.id}/offers`} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey} hidden={{ employerId: employer.id }}>
          <DateBoxes name="receivedOn" label="採用通知日" required value={form.date('receivedOn')} error={form.error('receivedOn')} />
          <TextArea name="conditions" label="提示された条件" rows={3} value={form.value('conditions')} error={form.error('conditions')} />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '採用' });
}

export interface OfferView {
  readonly frame: CaseFrameView;
  readonly offer: Offer;
  readonly form: FormState;
  /** Which of the two answers was refused; the other form stays blank. */
  readonly refused?: 'accept' | 'decline';
}

export function offerPage(page: PageContext, { frame, offer, form, refused }: OfferView): Html {
  const { id, employerId, employerName, receivedOn, conditions, status, decidedOn, declineReason, referralId } = offer;
  const caseHref = `/cases/${frame.case.id}`;
  const mayAnswer = may(page.actor, 'offer.record');
  const can = (answer: 'accepted' | 'declined') => mayAnswer && OFFER_TRANSITIONS.find(status, answer) !== undefined;
  const placementHref = `${caseHref}/placements/new?${referralId === null ? `offer=${id}` : `referral=${referralId}`}`;
  const content = (
    <Stack>
      <FormProblems form={form} currentHref={`/offers/${id}`} idPrefix={refused} />
      <Card title="採用" actions={status === 'accepted' ? <ButtonLink text="就職を記録する" href={placementHref} icon="placement" variant="primary" /> : undefined}>
        <KeyValues
          items={[
            { term: '事業所', text: employerName, href: `/employers/${employerId}` },
            { term: '採用通知日', text: formatBoth(receivedOn) },
            { term: '提示された条件', text: conditions },
            { term: '回答', text: decidedOn === null ? ja.codes.offerStatus[status] : `${ja.codes.offerStatus[status]}（${formatWareki(decidedOn)}）` },
            ...(declineReason === null ? [] : [{ term: '辞退の理由', text: declineReason }]),
          ]}
        />
      </Card>
      <Columns>
        {can('accepted') ? <AnswerCard page={page} view={{ offer, form, refused }} how="accept" /> : null}
        {can('declined') ? <AnswerCard page={page} view={{ offer, form, refused }} how="decline" /> : null}
      </Columns>
    </Stack>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '採用' });
}

interface AnswerCardProps {
  readonly page: PageContext;
  readonly view: Pick<OfferView, 'offer' | 'form'> & { readonly refused: OfferView['refused'] };
  readonly how: 'accept' | 'decline';
}

function AnswerCard({ page, view: { offer, form, refused }, how }: AnswerCardProps): JSX.Element {
  // What was typed and refused is shown again in its own form; the day offered at first fits both.
  const own = refused === undefined || refused === how ? form : new FormState({});
  return (
    <Card title={how === 'accept' ? '承諾' : '辞退'} level={3}>
      <Form action={`/offers/${offer.id}/${how}`} csrfToken={page.csrfToken} hidden={{ version: own.version(offer.version) }}>
        <DateBoxes name="decidedOn" label="回答の日" required idPrefix={how} value={own.date('decidedOn')} error={own.error('decidedOn')} />
        {how === 'accept' ? null : (
          <TextArea name="declineReason" label="辞退の理由" required rows={3} idPrefix={how} value={own.value('declineReason')} error={own.error('declineReason')} />
        )}
        <SubmitRow save={how === 'accept' ? '承諾を記録' : '辞退を記録'} variant={how === 'accept' ? 'primary' : 'secondary'} />
      </Form>
    </Card>
  );
}
