import { fill, ja } from '#messages';
import { Card, Form, PageHeading, type Slot, Stack, SubmitRow } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { Jobseeker } from '../../jobseekers.repository.js';
import { fullName } from '../person-words.js';

const words = ja.screens.jobseekers;

export interface SmallForm {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly form: FormState;
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly save?: string;
  readonly fields: Slot;
  /** Stands before the form: what one should know first. */
  readonly before?: Slot;
  /** Further buttons beside the one that saves. */
  readonly buttons?: Slot;
}

/** A page with one short form about a person, which leads back to the person. */
export function smallFormPage(page: PageContext, person: Jobseeker, content: SmallForm): Html {
  const { title, lead, action, form, hidden, save, fields, before, buttons } = content;
  const href = `/jobseekers/${person.id}`;
  const children = (
    <Stack>
      <PageHeading title={title} lead={lead} back={{ text: fill(words.recordOf, { name: fullName(person) }), href }} />
      <FormProblems form={form} currentHref={href} />
      {before}
      <Card>
        <Form action={action} csrfToken={page.csrfToken} idempotencyKey={page.idempotencyKey} hidden={hidden}>
          {fields}
          <SubmitRow save={save} cancelHref={href}>
            {buttons}
          </SubmitRow>
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: `${title} - ${fullName(person)}`, children });
}
