import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, Checkbox, CheckboxChips, DateBoxes, Form, Notice, PageHeading, Stack, SubmitRow, Table } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { LikelyDuplicate } from '../../duplicates/duplicates.service.js';
import { PersonFieldset } from '../person-fieldset.js';

const words = ja.screens.jobseekers;

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
      <PageHeading title={words.registerTitle} back={{ text: words.jobseeker, href: '/jobseekers' }} />
      <FormProblems form={form} currentHref="/jobseekers" />
      {duplicates.length === 0 ? null : <Duplicates duplicates={duplicates} />}
      <Form action="/jobseekers" csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey}>
        <PersonFieldset form={form} />
        <Card title={words.registration}>
          <CheckboxChips
            name="groups"
            label={words.targetGroups}
            support={words.groupsFromRegistration}
            options={groups.map(({ code, name }) => ({ value: code, label: name }))}
            values={form.values('groups')}
            error={form.error('groups')}
          />
          <DateBoxes
            name="registeredOn"
            label={words.registeredOn}
            required
            value={form.date('registeredOn')}
            error={form.error('registeredOn')}
          />
          <DateBoxes
            name="protectedFrom"
            label={words.protectionStartsOnAsNamed}
            support={words.protectionSupport}
            value={form.date('protectedFrom')}
            error={form.error('protectedFrom')}
          />
          {asked ? (
            <Checkbox
              name="confirmDuplicate"
              label={words.confirmedAnotherPerson}
              value="true"
              marked={false}
              checked={form.checked('confirmDuplicate')}
            />
          ) : null}
          <SubmitRow save={words.registerNow} cancelHref="/jobseekers" />
        </Card>
      </Form>
    </Stack>
  );
  return renderPage(page, { title: words.registerTitle, children });
}

function Duplicates({ duplicates }: { duplicates: readonly LikelyDuplicate[] }): JSX.Element {
  return (
    <Notice
      tone="warn"
      title={fill(words.duplicatesFound, { count: duplicates.length })}
      text={words.duplicatesFoundText}
      live
    >
      <Table
        caption={words.duplicatesCaption}
        captionHidden
        phone="cards"
        rows={duplicates}
        empty=""
        columns={[
          {
            header: words.name,
            rowHeader: true,
            text: ({ name }: LikelyDuplicate) => name,
            href: ({ id }: LikelyDuplicate) => `/jobseekers/${id}`,
          },
          { header: words.kana, text: ({ kana }: LikelyDuplicate) => kana },
          { header: words.birthDate, text: ({ birthDate }: LikelyDuplicate) => birthDate && formatWareki(birthDate) },
          { header: words.number, text: ({ number }: LikelyDuplicate) => number },
          {
            header: words.likelihood,
            text: ({ strength }: LikelyDuplicate) => ja.jobseeker.duplicateStrength[strength],
          },
          {
            header: words.reason,
            text: ({ signs }: LikelyDuplicate) => signs.map((sign) => ja.jobseeker.duplicateSign[sign]).join('、'),
          },
        ]}
      />
    </Notice>
  );
}
