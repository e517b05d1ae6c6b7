import { ja } from '#messages';
import { Card, CheckboxChips, DateBoxes, Form, NumberField, RadioChips, SubmitRow, TextArea, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import { PLAN_COUNTS_WHEN } from '../../dto/site.dto.js';
import type { SiteFile } from '../../site-file.repository.js';
import { siteFormPage } from '../form-page.js';

interface View {
  readonly site: SiteFile;
  readonly form: FormState;
}

const countingMoments = PLAN_COUNTS_WHEN.map((value) => ({ value, label: ja.organisation.planCountsWhen[value] }));

export function settingsPage(page: PageContext, { site, form }: View): Html {
  const fields = (
    <>
      <TextField
        name="name"
        label="拠点の名称"
        required
        width="long"
        value={form.value('name')}
        error={form.error('name')}
      />
      <DateBoxes
        name="openedOn"
        label="事業開始日"
        required
        support="これより前の日付の記録は受け付けません。"
        value={form.date('openedOn')}
        error={form.error('openedOn')}
      />
      <RadioChips
        name="planCountsWhen"
        label="プラン策定者と数える時点"
        required
        options={countingMoments}
        value={form.value('planCountsWhen')}
        error={form.error('planCountsWhen')}
      />
      <NumberField
        name="consultationEditableMinutes"
        label="相談記録を直接修正できる時間"
        required
        unit="分"
        support="過ぎた後は、追記だけができます。"
        value={form.value('consultationEditableMinutes')}
        error={form.error('consultationEditableMinutes')}
      />
      <NumberField
        name="stalledAfterDays"
        label="連絡なしとみなす日数"
        required
        unit="日"
        value={form.value('stalledAfterDays')}
        error={form.error('stalledAfterDays')}
      />
    </>
  );
  return siteFormPage(page, { title: '拠点と設定の編集', action: '/site/edit', form, version: site.version, fields });
}

export function councilPage(page: PageContext, { site, form }: View): Html {
  const fields = (
    <>
      <TextField name="name" label="名称" required width="long" value={form.value('name')} error={form.error('name')} />
      <TextField
        name="chair"
        label="会長（職名）"
        width="long"
        value={form.value('chair')}
        error={form.error('chair')}
      />
      <TextField
        name="meets"
        label="開催時期"
        support="例：年2回（7月、2月）"
        value={form.value('meets')}
        error={form.error('meets')}
      />
      <TextArea
        name="members"
        label="委員"
        support="1行に1人、「機関名、職名」の形で書きます。"
        value={form.value('members')}
        error={form.error('members')}
      />
    </>
  );
  return siteFormPage(page, {
    title: '運営協議会',
    action: '/site/council',
    form,
    version: site.council?.version ?? 0,
    fields,
  });
}

export interface GroupsView extends View {
  readonly known: readonly { readonly code: string; readonly name: string }[];
  readonly addForm: FormState;
}

export function groupsPage(page: PageContext, { site, known, form, addForm }: GroupsView): Html {
  const options = known.map(({ code, name }) => ({ value: code, label: name }));
  const below = (
    <Card title="一覧にない区分を加える">
      <Form action="/site/groups/new" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <TextField
          name="name"
          label="名称"
          required
          value={addForm.value('name')}
          error={addForm.error('name')}
          idPrefix="add"
        />
        <TextField
          name="code"
          label="符号"
          required
          support={ja.organisation.codeSupport}
          value={addForm.value('code')}
          error={addForm.error('code')}
          idPrefix="add"
        />
        <SubmitRow save="加える" variant="secondary" />
      </Form>
    </Card>
  );
  return siteFormPage(page, {
    title: '対象者区分',
    lead: 'この拠点で支援する人の区分です。外した区分も、すでに付けた人からは消えません。',
    action: '/site/groups',
    form,
    version: site.version,
    fields: (
      <CheckboxChips
        name="codes"
        label="扱う区分"
        required
        options={options}
        values={form.values('codes')}
        error={form.error('codes')}
      />
    ),
    below,
  });
}
