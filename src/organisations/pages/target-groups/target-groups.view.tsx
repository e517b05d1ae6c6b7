import { GROUP_CATEGORIES } from '#domain/sharing';
import { ja } from '#messages';
import { Card, CheckboxChips, Form, Select, SubmitRow, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { KnownGroup, SiteFile } from '../../site-file.repository.js';
import { siteFormPage } from '../form-page.js';

const words = ja.screens.organisations;

export interface TargetGroupsView {
  readonly site: SiteFile;
  readonly known: readonly KnownGroup[];
  readonly form: FormState;
  readonly addForm: FormState;
}

export function targetGroupsPage(page: PageContext, { site, known, form, addForm }: TargetGroupsView): Html {
  const options = known.map(({ code, name, category }) => ({
    value: code,
    label: name,
    hint: ja.codes.sharingCategory[category],
  }));
  const below = (
    <Card title={words.addUnlistedGroup}>
      <Form action="/site/target-groups" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <TextField
          name="name"
          label={words.name}
          required
          value={addForm.value('name')}
          error={addForm.error('name')}
          idPrefix="add"
        />
        <TextField
          name="code"
          label={words.code}
          required
          support={ja.organisation.codeSupport}
          value={addForm.value('code')}
          error={addForm.error('code')}
          idPrefix="add"
        />
        <Select
          name="category"
          label={words.groupCategory}
          blank={words.groupCategoryProposed}
          support={words.groupCategorySupport}
          options={GROUP_CATEGORIES.map((value) => ({ value, label: ja.codes.sharingCategory[value] }))}
          value={addForm.value('category')}
          error={addForm.error('category')}
          idPrefix="add"
        />
        <SubmitRow save={words.add} variant="secondary" />
      </Form>
    </Card>
  );
  return siteFormPage(page, {
    title: words.targetGroups,
    lead: words.targetGroupsLead,
    action: '/site/target-groups/selection',
    form,
    version: site.version,
    fields: (
      <CheckboxChips
        name="codes"
        label={words.groupsServed}
        required
        options={options}
        values={form.values('codes')}
        error={form.error('codes')}
      />
    ),
    below,
  });
}
