import { ja } from '#messages';
import { Card, Form, PageHeading, type Slot, Stack, SubmitRow } from '#ui';
import type { Html } from '../../platform/http/index.js';
import {
  AdministrationTabs,
  FormProblems,
  type FormState,
  type PageContext,
  renderPage,
} from '../../platform/pages/index.js';

const words = ja.screens.organisations;

export interface SiteForm {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly form: FormState;
  /** Version that was read; absent for something new. */
  readonly version?: number;
  readonly fields: Slot;
  /** Further cards below the form. */
  readonly below?: Slot;
}

/** A form of 拠点の管理, one thing a page. */
export function siteFormPage(page: PageContext, { title, lead, action, form, version, fields, below }: SiteForm): Html {
  const children = (
    <Stack>
      <AdministrationTabs page={page} />
      <PageHeading title={title} lead={lead} back={{ text: words.site, href: '/site' }} />
      <FormProblems form={form} currentHref="/site" />
      <Card>
        <Form
          action={action}
          csrfToken={page.csrfToken}
          idempotencyKey={page.idempotencyKey}
          hidden={version === undefined ? {} : { version: form.version(version) }}
        >
          {fields}
          <SubmitRow cancelHref="/site" />
        </Form>
      </Card>
      {below ?? ''}
    </Stack>
  );
  return renderPage(page, { title, width: 'reading', children });
}
