import { formatWareki } from '#kernel';
import { may } from '#access';
import { fill, ja } from '#messages';
import { recordingReasons } from '#domain/support-case';
import { Card, DateBoxes, Form, NumberField, RadioChips, Select, Stack, SubmitRow, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import { BlockedRecord, type Referral } from '../../../referrals/index.js';
import { type CaseFrameView, caseLayout } from '../../../support-cases/index.js';

const words = ja.screens.placements;

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
    label:
      outcomeOn === null
        ? fill(words.attemptWithEmployer, { number: attemptNo, employer: employerName })
        : fill(words.attemptWithOutcome, { number: attemptNo, employer: employerName, day: formatWareki(outcomeOn) }),
  }));
  if (recordingReasons('placement', frame.case.status).length > 0 && !form.hasErrors)
    return caseLayout(page, frame, 'referrals', <BlockedRecord record="placement" status={frame.case.status} />, {
      title: words.recordTitle,
    });
  const content = (
    <Card title={words.recordPlacement}>
      <Stack>
        <FormProblems form={form} currentHref={`${base}/referrals`} />
        <Form
          action={`${base}/placements`}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={offerId === '' ? {} : { offerId }}
        >
          <RadioChips {...field('route')} label={words.route} required options={routesFor(page)} />
          {referrals.length === 0 && form.error('referralId') === undefined ? null : (
            <Select
              {...field('referralId')}
              label={words.leadingReferral}
              blank={words.noReferral}
              options={referrals}
              width="long"
              support={words.leadingReferralSupport}
            />
          )}
          <TextField {...field('workplaceName')} label={words.workplace} required width="long" />
          <TextField {...field('occupation')} label={words.occupation} required width="long" />
          <DateBoxes
            name="decidedOn"
            label={words.decidedOn}
            required
            value={form.date('decidedOn')}
            error={form.error('decidedOn')}
          />
          <DateBoxes
            name="startsOn"
            label={words.startsOn}
            required
            support={words.startsOnSupport}
            value={form.date('startsOn')}
            error={form.error('startsOn')}
          />
          <RadioChips {...field('employmentType')} label={words.employmentType} required options={employmentTypes} />
          <NumberField {...field('weeklyHours')} label={words.weeklyHours} decimals unit={words.hoursUnit} />
          <NumberField {...field('weeklyDays')} label={words.weeklyDays} unit={words.daysUnit} />
          <TextField {...field('subsidy')} label={words.subsidy} />
          <SubmitRow cancelHref={`${base}/referrals`} />
        </Form>
      </Stack>
    </Card>
  );
  return caseLayout(page, frame, 'referrals', content, { title: words.recordTitle });
}

/** 紹介就職 is the national side's to confirm; the other side is not offered what it cannot save. */
function routesFor({ actor }: PageContext): { value: string; label: string; key: string }[] {
  return Object.entries(ja.codes.placementRoute)
    .filter(([route]) => route !== 'hello_work_referral' || may(actor, 'placement.record_referred'))
    .map(([value, label], index) => ({ value, label, key: String(index + 1) }));
}
