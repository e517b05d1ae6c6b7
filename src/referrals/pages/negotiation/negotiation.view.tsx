import { formatBoth, formatWareki } from '#kernel';
import { may } from '#access';
import { ja } from '#messages';
import {
  Card,
  DateBoxes,
  Form,
  KeyValues,
  Person,
  RadioChips,
  Select,
  Stack,
  SubmitRow,
  TextArea,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';
import type { Negotiation } from '../../referrals.repository.js';
import type { EmployerFormContext } from '../choose-employer/employer-choice.js';

const words = ja.screens.referrals;

const conditions = Object.entries(ja.referral.condition).map(([value, label], index) => ({
  value,
  label,
  key: String(index + 1),
}));
const results = Object.entries(ja.referral.negotiationResult).map(([value, label]) => ({ value, label }));
const answers = results
  .filter(({ value }) => value !== 'pending')
  .map((choice, index) => ({ ...choice, key: String(index + 1) }));

export function negotiatePage(
  page: PageContext,
  { frame, employer, orders, form }: EmployerFormContext & { readonly form: FormState },
): Html {
  const back = `/cases/${frame.case.id}/referrals`;
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  const content = (
    <Card title={words.negotiation}>
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <KeyValues items={[{ term: words.employer, text: employer.name, href: `/employers/${employer.id}` }]} dense />
        <Form
          action={`/cases/${frame.case.id}/negotiations`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ employerId: employer.id }}
        >
          <Select
            {...field('jobOrderId')}
            label={words.jobOrder}
            blank={words.noJobOrder}
            options={orders}
            width="long"
          />
          <RadioChips {...field('condition')} label={words.condition} required options={conditions} />
          <TextField
            {...field('termsFrom')}
            label={words.currentTerms}
            required
            width="full"
            support={words.currentTermsExample}
          />
          <TextField
            {...field('termsTo')}
            label={words.wantedTerms}
            required
            width="full"
            support={words.wantedTermsExample}
          />
          <DateBoxes
            name="negotiatedOn"
            label={words.negotiatedOn}
            required
            value={form.date('negotiatedOn')}
            error={form.error('negotiatedOn')}
          />
          <RadioChips {...field('result')} label={words.answer} options={results} />
          <DateBoxes
            name="resultOn"
            label={words.answeredOn}
            value={form.date('resultOn')}
            error={form.error('resultOn')}
          />
          <TextArea {...field('note')} label={words.note} rows={3} />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: words.negotiation });
}

export interface AnswerView {
  readonly frame: CaseFrameView;
  readonly negotiation: Negotiation;
  readonly form: FormState;
}

export function answerPage(page: PageContext, { frame, negotiation, form }: AnswerView): Html {
  const {
    id,
    employerId,
    employerName,
    condition,
    termsFrom,
    termsTo,
    negotiatedOn,
    result,
    resultOn,
    note,
    by,
    version,
  } = negotiation;
  const back = `/cases/${frame.case.id}/referrals`;
  const open = result === 'pending' && may(page.actor, 'negotiation.record');
  const content = (
    <Stack>
      <FormProblems form={form} currentHref={`/negotiations/${id}`} />
      <Card title={words.negotiation}>
        <KeyValues
          items={[
            { term: words.employer, text: employerName, href: `/employers/${employerId}` },
            { term: words.condition, text: ja.referral.condition[condition] },
            { term: words.currentTerms, text: termsFrom },
            { term: words.wantedTerms, text: termsTo },
            { term: words.negotiatedOn, text: formatBoth(negotiatedOn) },
            { term: words.negotiatedBy, content: by === null ? undefined : <Person {...by} /> },
            {
              term: words.answer,
              text:
                resultOn === null
                  ? ja.referral.negotiationResult[result]
                  : `${ja.referral.negotiationResult[result]}（${formatWareki(resultOn)}）`,
            },
            { term: words.note, text: note },
          ]}
        />
      </Card>
      {open ? (
        <Card title={words.recordAnswer}>
          <Form
            action={`/negotiations/${id}/result`}
            csrfToken={page.csrfToken}
            hidden={{ version: form.version(version) }}
          >
            <RadioChips
              name="result"
              label={words.answer}
              required
              options={answers}
              value={form.value('result')}
              error={form.error('result')}
            />
            <DateBoxes
              name="resultOn"
              label={words.answeredOn}
              required
              value={form.date('resultOn')}
              error={form.error('resultOn')}
            />
            <SubmitRow cancelHref={back} />
          </Form>
        </Card>
      ) : null}
    </Stack>
  );
  return caseLayout(page, frame, 'referrals', content, { title: words.negotiation });
}
