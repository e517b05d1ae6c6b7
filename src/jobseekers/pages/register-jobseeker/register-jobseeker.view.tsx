import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { Card, Checkbox, CheckboxChips, DateBoxes, Form, Notice, PageHeading, Stack, SubmitRow, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { LikelyDuplicate } from '../../duplicates/duplicates.service.js';
import { PersonFieldset } from '../person-fieldset.js';

export interface RegisterView {
  readonly form: FormState;
  /** Persons already on record who may be the one typed in. */
  readonly duplicates: readonly LikelyDuplicate[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

export function registerPage(page: PageContext, { form, duplicates, groups }: RegisterView): Html {
  const asked = duplicates.length > 0 || form.checked('confirmDuplicate');
  const children = (
    <Stack>
      <PageHeading title="求職者を登録する" back={{ text: '求職者', href: '/jobseekers' }} />
      <FormProblems form={form} currentHref="/jobseekers" />
      {duplicates.length === 0 ? null : <Duplicates duplicates={duplicates} />}
      <Form action="/jobseekers" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <PersonFieldset form={form} />
        <Card title="登録">
          <CheckboxChips
            name="groups"
            label="対象者区分"
            support="登録日から該当するもの"
            options={groups.map(({ code, name }) => ({ value: code, label: name }))}
            values={form.values('groups')}
            error={form.error('groups')}
          />
          <DateBoxes
            name="registeredOn"
            label="登録日"
            required
            value={form.date('registeredOn')}
            error={form.error('registeredOn')}
          />
          <DateBoxes
            name="protectedFrom"
            label="DV等支援措置の開始日"
            support="支援措置を受けている人だけ入力します。担当職員と監督者だけが記録を見られるようになります。"
            value={form.date('protectedFrom')}
            error={form.error('protectedFrom')}
          />
          {asked ? (
            <Checkbox
              name="confirmDuplicate"
              label="同じ人と思われる記録を確かめました。別の人として登録します。"
              value="true"
              marked={false}
              checked={form.checked('confirmDuplicate')}
            />
          ) : null}
          <SubmitRow save="登録する" cancelHref="/jobseekers" />
        </Card>
      </Form>
    </Stack>
  );
  return renderPage(page, { title: '求職者を登録する', children });
}

function Duplicates({ duplicates }: { duplicates: readonly LikelyDuplicate[] }): JSX.Element {
  return (
    <Notice
      tone="warn"
      title={`同じ人と思われる記録が${duplicates.length}件あります`}
      text="まだ登録していません。同じ人であれば、その記録を開いて続けてください。別の人であれば、画面の下で確認してから登録してください。"
      live
    >
      <Table
        caption="同じ人と思われる記録"
        captionHidden
        phone="cards"
        rows={duplicates}
        empty=""
        columns={[
          {
            header: '氏名',
            rowHeader: true,
            text: ({ name }: LikelyDuplicate) => name,
            href: ({ id }: LikelyDuplicate) => `/jobseekers/${id}`,
          },
          { header: 'フリガナ', text: ({ kana }: LikelyDuplicate) => kana },
          { header: '生年月日', text: ({ birthDate }: LikelyDuplicate) => birthDate && formatWareki(birthDate) },
          { header: '整理番号', text: ({ number }: LikelyDuplicate) => number },
          { header: '可能性', text: ({ strength }: LikelyDuplicate) => ja.jobseeker.duplicateStrength[strength] },
          {
            header: '理由',
            text: ({ signs }: LikelyDuplicate) => signs.map((sign) => ja.jobseeker.duplicateSign[sign]).join('、'),
          },
        ]}
      />
    </Notice>
  );
}
