import { fill, ja } from '#messages';
import { Form, PageHeading, Stack, SubmitRow } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { FormProblems, type FormState, type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { Jobseeker } from '../../jobseekers.repository.js';
import { PersonFieldset } from '../person-fieldset.js';
import { fullName } from '../person-words.js';

const words = ja.screens.jobseekers;

/** @param person as saved now; `form` holds what was typed, and who saved in between */
export function editPage(page: PageContext, person: Jobseeker, form: FormState): Html {
  const href = `/jobseekers/${person.id}`;
  // After a stale edit the next save is made on what is shown as saved now, knowingly.
  const version = form.stale?.currentVersion ?? (form.value('version') || person.version);
  const title = fill(words.changeRecordOf, { name: fullName(person) });
  const children = (
    <Stack>
      <PageHeading title={title} back={{ text: fill(words.recordOf, { name: fullName(person) }), href }} />
      <FormProblems form={form} currentHref={href} changes={form.stale ? changesOf(person, form) : []} />
      <Form action={href} csrfToken={page.csrfToken} hidden={{ version }}>
        <PersonFieldset form={form} />
        <SubmitRow cancelHref={href} />
      </Form>
    </Stack>
  );
  return renderPage(page, { title, children });
}

const PLAIN_TEXTS = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'formerName',
  'address',
  'phone',
  'safeContact',
  'nationality',
  'interpreterLanguage',
  'healthNote',
  'householdNote',
  'lastJob',
  'education',
  'licences',
  'arrivedBy',
  'guardianName',
] as const;

/** Texts that are saved differently from what was typed. */
function changesOf(person: Jobseeker, form: FormState): { label: string; saved: string; typed: string }[] {
  return PLAIN_TEXTS.map((name) => ({
    label: ja.jobseeker.field[name],
    saved: person[name] ?? '',
    typed: form.value(name).trim(),
  })).filter(({ saved, typed }) => saved !== typed);
}
