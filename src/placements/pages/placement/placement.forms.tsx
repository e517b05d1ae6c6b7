import { ja } from '#messages';
import { Card, DateBoxes, Disclosure, Form, RadioChips, SubmitRow, TextArea } from '#ui';
import type { PageContext } from '../../../platform/pages/index.js';
import { formOfStep, ReasonFields } from '../../../referrals/index.js';
import { CONTACT_CHANNELS, CONTACTED } from '../../dto/placement.dto.js';
import type { PlacementView } from './placement-view.js';

interface FollowUpProps {
  readonly page: PageContext;
  readonly view: PlacementView;
}

const withWhom = CONTACTED.map((value) => ({ value, label: ja.placement.withWhom[value] }));
const channels = CONTACT_CHANNELS.map((value) => ({ value, label: ja.codes.channel[value] }));
const working = [
  { value: 'true', label: '在職中' },
  { value: 'false', label: '在職していない' },
];

const words = ja.placement.leaving;

/** 職場定着支援の連絡. */
export function ContactForm({ page, view }: FollowUpProps): JSX.Element {
  const form = formOfStep(view.refused, 'contact', { contactedOn: view.today });
  const field = (name: string) => ({ name, idPrefix: 'contact', value: form.value(name), error: form.error(name) });
  return (
    <Card title="連絡を記録する" level={3}>
      <Form
        action={`/placements/${view.placement.id}/contacts`}
        csrfToken={page.csrfToken}
        idempotencyKey={page.idempotencyKey}
      >
        <DateBoxes
          name="contactedOn"
          label="連絡した日"
          required
          idPrefix="contact"
          value={form.date('contactedOn')}
          error={form.error('contactedOn')}
        />
        <RadioChips {...field('withWhom')} label="相手" required options={withWhom} />
        <RadioChips {...field('channel')} label="方法" required options={channels} />
        <RadioChips {...field('stillWorking')} label="在職" required options={working} />
        <TextArea {...field('text')} label="内容" rows={4} />
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
      <p safe>{words.effect}</p>
      <Form
        action={`/placements/${view.placement.id}/leaving`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(view.placement.version) }}
      >
        <DateBoxes
          name="leftOn"
          label="離職日"
          required
          support={words.support}
          idPrefix="leaving"
          value={form.date('leftOn')}
          error={form.error('leftOn')}
        />
        <ReasonFields
          form={form}
          label="離職の理由"
          occasions={['left']}
          reasons={view.reasons}
          idPrefix="leaving"
          needed
        />
        <SubmitRow save="離職を記録" variant="secondary" />
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
      <p safe>{words.withdrawEffect}</p>
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
    <Disclosure title="就職を取り消す" open={view.refused?.step === 'reversal'}>
      {view.placement.leftOn === null ? (
        <p>
          就職に至らなかった場合に取り消します。記録は理由とともに残り、ケースは支援中に戻ります。働いた後に辞めた場合は、離職を記録してください。
        </p>
      ) : (
        <p safe>{ja.placement.reversal.afterLeaving}</p>
      )}
      <Form
        action={`/placements/${view.placement.id}/reversal`}
        csrfToken={page.csrfToken}
        hidden={{ version: form.version(view.placement.version) }}
      >
        <DateBoxes
          name="reversedOn"
          label="取消日"
          required
          idPrefix="reversal"
          value={form.date('reversedOn')}
          error={form.error('reversedOn')}
        />
        <ReasonFields
          form={form}
          label="取消の理由"
          occasions={['reversed']}
          reasons={view.reasons}
          idPrefix="reversal"
          needed
        />
        <SubmitRow save="取り消す" variant="danger" />
      </Form>
    </Disclosure>
  );
}
