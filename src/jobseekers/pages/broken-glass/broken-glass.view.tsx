import { formatMoment } from '#kernel';
import { fill, ja } from '#messages';
import {
  Badge,
  Card,
  EmptyState,
  Form,
  KeyValues,
  Notice,
  PageHeading,
  RadioChips,
  Stack,
  SubmitRow,
  TextArea,
  TextField,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  FormProblems,
  formState,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import { GLASS_REVIEWS } from '../../glass/broken-glass.dto.js';
import type { BrokenGlass } from '../../glass/broken-glass.service.js';

const words = ja.screens.jobseekers;
const TEXT_MAX = 1000;

export function breakGlassPage(page: PageContext, form: FormState): Html {
  const children = (
    <Stack>
      <PageHeading
        title={words.breakGlass}
        lead={words.breakGlassLead}
        back={{ text: words.jobseeker, href: '/jobseekers' }}
      />
      <FormProblems form={form} currentHref="/jobseekers" />
      <Notice tone="warn" text={words.breakGlassWarning} />
      <Card>
        <Form action="/broken-glass" csrfToken={page.csrfToken}>
          <TextField
            name="number"
            label={words.number}
            required
            value={form.value('number')}
            error={form.error('number')}
          />
          <TextArea
            name="reason"
            label={words.glassReason}
            required
            rows={3}
            maxlength={TEXT_MAX}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <SubmitRow save={words.openNow} cancelHref="/jobseekers" />
        </Form>
      </Card>
    </Stack>
  );
  return renderPage(page, { title: words.breakGlass, children });
}

export interface GlassListView {
  readonly glasses: readonly BrokenGlass[];
  /** The review that could not be saved, with what was typed. */
  readonly refused: { readonly id: string; readonly form: FormState } | undefined;
}

export function glassListPage(page: PageContext, { glasses, refused }: GlassListView): Html {
  const children = (
    <Stack>
      <PageHeading title={words.glassToReview} lead={words.glassLead} />
      {refused ? <FormProblems form={refused.form} currentHref="/broken-glass" idPrefix={refused.id} /> : null}
      {glasses.length === 0 ? <EmptyState text={words.noGlass} /> : null}
      {glasses.map((glass) => (
        <Glass
          page={page}
          glass={glass}
          form={refused?.id === glass.id ? refused.form : formState({ state: glass.state, note: glass.note ?? '' })}
        />
      ))}
    </Stack>
  );
  return renderPage(page, { title: words.glassToReview, children });
}

const TONES = { pending: 'warning', approved: 'success', flagged: 'error' } as const;

function Glass({ page, glass, form }: { page: PageContext; glass: BrokenGlass; form: FormState }): JSX.Element {
  const { id, number, openedBy, organisationName, reason, openedAt, until, state, reviewedBy } = glass;
  const options = GLASS_REVIEWS.map((value) => ({ value, label: ja.jobseeker.glassState[value] }));
  return (
    <Card
      title={fill(words.glassOf, { number, name: `${openedBy}（${organisationName}）` })}
      actions={<Badge text={ja.jobseeker.glassState[state]} tone={TONES[state]} />}
    >
      <KeyValues
        dense
        items={[
          { term: words.glassReason, text: reason },
          { term: words.openedAt, text: formatMoment(new Date(openedAt)) },
          { term: words.openUntil, text: formatMoment(new Date(until)) },
          { term: words.reviewedBy, text: reviewedBy },
        ]}
      />
      <Form action={`/broken-glass/${id}/review`} csrfToken={page.csrfToken}>
        <RadioChips
          name="state"
          label={words.review}
          required
          options={options}
          value={form.value('state')}
          error={form.error('state')}
          idPrefix={id}
        />
        <TextArea
          name="note"
          label={words.reviewNote}
          required
          rows={2}
          maxlength={TEXT_MAX}
          value={form.value('note')}
          error={form.error('note')}
          idPrefix={id}
        />
        <SubmitRow save={words.recordReview} />
      </Form>
    </Card>
  );
}
