import { ja } from '#messages';
import { Card, DateBoxes, Disclosure, Form, RadioChips, SubmitRow, TextArea } from '#ui';
import type { PageContext } from '../../../platform/pages/index.js';
import { formOfStep, ReasonFields } from '../../../referrals/index.js';
import { CONTACT_CHANNELS, CONTACTED } from '../../dto/placement.dto.js';
import type { PlacementView } from './placement-view.js';

const screenWords = ja.screens.placements;

interface FollowUpProps {
  readonly page: PageContext;
  readonly view: PlacementView;
}

const withWhom = CONTACTED.map((value) => ({ value, label: ja.placement.withWhom[value] }));
const channels = CONTACT_CHANNELS.map((value) => ({ value, label: ja.codes.channel[value] }));
const working = [
  { value: 'true', label: screenWords.working },
  { value: 'false', label: screenWords.notWorking },
];

const words = ja.placement.leaving;

/** 職場定着支援の連絡. */
export function ContactForm({ page, view }: FollowUpProps): JSX.Element {
  const form = formOfStep(view.refused, 'contact', { contactedOn: view.today });
  const field = (name: string) => ({ name, idPrefix: 'contact', value: form.value(name), error: form.error(name) });
  return (
    <Card title={screenWords.recordContact} level={3}>
      <Form
        action={`/placements/${view.placement.id}/contacts`}
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
      >
        <DateBoxes
          name="contactedOn"
          label={screenWords.contactedOn}
          required
          idPrefix="contact"
          value={form.date('contactedOn')}
          error={form.error('contactedOn')}
        />
        <RadioChips {...field('withWhom')} label={screenWords.withWhom} required options={withWhom} />
        <RadioChips {...field('channel')} label={screenWords.channel} required options={channels} />
        <RadioChips {...field('stillWorking')} label={screenWords.employment} required options={working} />
        <TextArea {...field('text')} label={screenWords.content} rows={4} />
        <SubmitRow />
      </Form>
    </Card>
  );
}

/** 離職. */
export function LeavingForm({ page, view }: FollowUpProps): JSX.Element {
  const form = formOfStep(view.refused, 'leaving', {});
  const isOpen = view.refused?.step === 'leaving' || saysNotWorking(view);
  return (
    <Disclosure title={words.title} open={isOpen}>
      <p>{words.effect}</p>
      <Form
        action={`/placements/${view.placement.id}/leaving`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(view.placement.version) }}
      >
        <DateBoxes
          name="leftOn"
          label={screenWords.leftOn}
          required
          support={words.support}
          idPrefix="leaving"
          value={form.date('leftOn')}
          error={form.error('leftOn')}
        />
        <ReasonFields
          form={form}
          label={screenWords.leavingReason}
          occasions={['left']}
          reasons={view.reasons}
          idPrefix="leaving"
          needed
        />
        <SubmitRow save={screenWords.recordLeaving} variant="secondary" />
      </Form>
    </Disclosure>
  );
}

/** Whether the last contact found that the person no longer works there. */
export function saysNotWorking({ placement, contacts }: PlacementView): boolean {
  return placement.leftOn === null && contacts.at(-1)?.stillWorking === false;
}

/** 離職の記録の取消. */
export function LeavingWithdrawalForm({ page, view }: FollowUpProps): JSX.Element {
  const form = formOfStep(view.refused, 'leaving-withdrawal', {});
  return (
    <Disclosure title={words.withdraw} open={view.refused?.step === 'leaving-withdrawal'}>
      <p>{words.withdrawEffect}</p>
      <Form
        action={`/placements/${view.placement.id}/leaving/withdrawal`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(view.placement.version) }}
      >
        <SubmitRow save={words.withdrawSave} variant="danger" />
      </Form>
    </Disclosure>
  );
}

/** 就職の取消. */
export function ReversalForm({ page, view }: FollowUpProps): JSX.Element {
  const form = formOfStep(view.refused, 'reversal', { reversedOn: view.today });
  return (
    <Disclosure title={screenWords.reverseTitle} open={view.refused?.step === 'reversal'}>
      {view.placement.leftOn === null ? <p>{screenWords.reverseLead}</p> : <p>{ja.placement.reversal.afterLeaving}</p>}
      <Form
        action={`/placements/${view.placement.id}/reversal`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(view.placement.version) }}
      >
        <DateBoxes
          name="reversedOn"
          label={screenWords.reversedOn}
          required
          idPrefix="reversal"
          value={form.date('reversedOn')}
          error={form.error('reversedOn')}
        />
        <ReasonFields
          form={form}
          label={screenWords.reversalReason}
          occasions={['reversed']}
          reasons={view.reasons}
          idPrefix="reversal"
          needed
        />
        <SubmitRow save={screenWords.reverse} variant="danger" />
      </Form>
    </Disclosure>
  );
}
