import { formatWareki } from '#kernel';
import { may } from '#access';
import { ja } from '#messages';
import { recordingReasons } from '#domain/support-case';
import { Card, DateBoxes, Form, NumberField, RadioChips, Select, Stack, SubmitRow, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { BlockedRecord, type Referral } from '../../../referrals/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';

export interface PlacementFormView {
  readonly frame: CaseFrameView;
  /** Referrals that ended in a hire, of which no placement came yet. */
  readonly hired: readonly Referral[];
  readonly form: FormState;
}

const employmentTypes = Object.entries(ja.codes.employmentType).map(([value, label]) => ({ value, label }));

export function placementFormPage(page: PageContext, { frame, hired, form }: PlacementFormView): Html {
  const base = `/cases/${frame.case.id}`;
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  const offerId = form.value('offerId');
  const referrals = hired.map(({ id, attemptNo, employerName, outcomeOn }) => ({
    value: id,
    label: `${attemptNo}件目　${employerName}${outcomeOn === null ? '' : `（${formatWareki(outcomeOn)}）`}`,
  }));
  if (recordingReasons('placement', frame.case.status).length > 0 && !form.hasErrors)
    return caseLayout(page, frame, 'referrals', <BlockedRecord record="placement" status={frame.case.status} />, {
      title: '就職の記録',
    });
  const content = (
    <Card title="就職を記録する">
      <Stack>
        <FormProblems form={form} currentHref={`${base}/referrals`} />
        <Form
          action={`${base}/placements`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={offerId === '' ? {} : { offerId }}
        >
          <RadioChips {...field('route')} label="就職経路" required options={routesFor(page)} />
          {referrals.length === 0 && form.error('referralId') === undefined ? null : (
            <Select
              {...field('referralId')}
              label="就職につながった紹介"
              blank="（紹介によらない）"
              options={referrals}
              width="long"
              support="紹介就職の場合は選択してください。"
            />
          )}
          <TextField {...field('workplaceName')} label="就職先" required width="long" />
          <TextField {...field('occupation')} label="職種" required width="long" />
          <DateBoxes
            name="decidedOn"
            label="就職が決まった日"
            required
            value={form.date('decidedOn')}
            error={form.error('decidedOn')}
          />
          <DateBoxes
            name="startsOn"
            label="就職日"
            required
            support="働き始める日。先の日付も入力できます。"
            value={form.date('startsOn')}
            error={form.error('startsOn')}
          />
          <RadioChips {...field('employmentType')} label="雇用形態" required options={employmentTypes} />
          <NumberField {...field('weeklyHours')} label="週の労働時間" decimals unit="時間" />
          <NumberField {...field('weeklyDays')} label="週の日数" unit="日" />
          <TextField {...field('subsidy')} label="助成金" />
          <SubmitRow cancelHref={`${base}/referrals`} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: '就職の記録' });
}

/** 紹介就職 is the national side's to confirm; the other side is not offered what it cannot save. */
function routesFor({ actor }: PageContext): { value: string; label: string; key: string }[] {
  return Object.entries(ja.codes.placementRoute)
    .filter(([route]) => route !== 'hello_work_referral' || may(actor, 'placement.record_referred'))
    .map(([value, label], index) => ({ value, label, key: String(index + 1) }));
}
