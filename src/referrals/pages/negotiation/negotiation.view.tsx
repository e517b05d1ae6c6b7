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
    <Card title="条件緩和の交渉">
      <Stack>
        <FormProblems form={form} currentHref={back} />
        <KeyValues items={[{ term: '事業所', text: employer.name, href: `/employers/${employer.id}` }]} dense />
        <Form
          action={`/cases/${frame.case.id}/negotiations`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={{ employerId: employer.id }}
        >
          <Select {...field('jobOrderId')} label="求人" blank="（求人の指定なし）" options={orders} width="long" />
          <RadioChips {...field('condition')} label="緩和を求めた条件" required options={conditions} />
          <TextField {...field('termsFrom')} label="現在の条件" required width="full" support="例：高卒以上" />
          <TextField {...field('termsTo')} label="求めた条件" required width="full" support="例：学歴不問" />
          <DateBoxes
            name="negotiatedOn"
            label="交渉した日"
            required
            value={form.date('negotiatedOn')}
            error={form.error('negotiatedOn')}
          />
          <RadioChips {...field('result')} label="回答" options={results} />
          <DateBoxes name="resultOn" label="回答の日" value={form.date('resultOn')} error={form.error('resultOn')} />
          <TextArea {...field('note')} label="備考" rows={3} />
          <SubmitRow cancelHref={back} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '条件緩和の交渉' });
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
      <Card title="条件緩和の交渉">
        <KeyValues
          items={[
            { term: '事業所', text: employerName, href: `/employers/${employerId}` },
            { term: '緩和を求めた条件', text: ja.referral.condition[condition] },
            { term: '現在の条件', text: termsFrom },
            { term: '求めた条件', text: termsTo },
            { term: '交渉した日', text: formatBoth(negotiatedOn) },
            { term: '交渉した人', content: by === null ? undefined : <Person {...by} /> },
            {
              term: '回答',
              text:
                resultOn === null
                  ? ja.referral.negotiationResult[result]
                  : `${ja.referral.negotiationResult[result]}（${formatWareki(resultOn)}）`,
            },
            { term: '備考', text: note },
          ]}
        />
      </Card>
      {open ? (
        <Card title="回答を記録する">
          <Form
            action={`/negotiations/${id}/result`}
            csrfToken={page.csrfToken}
            hidden={{ version: form.version(version) }}
          >
            <RadioChips
              name="result"
              label="回答"
              required
              options={answers}
              value={form.value('result')}
              error={form.error('result')}
            />
            <DateBoxes
              name="resultOn"
              label="回答の日"
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
  return caseLayout(page, frame, 'referrals', content, { title: '条件緩和の交渉' });
}
