import { formatWareki, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import {
  Badge,
  Card,
  Columns,
  EmptyState,
  Form,
  KeyValues,
  PageHeading,
  ProtectedBadge,
  RadioChips,
  Stack,
  SubmitRow,
  Table,
  TextArea,
} from '#ui';
import type { Html } from '../../../platform/http/index.js';
import {
  FormProblems,
  formState,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import { DUPLICATE_DECISIONS } from '../../dto/decide-duplicate.dto.js';
import type { DuplicateSuspicion, SuspectedPerson } from '../../duplicates/duplicate-queue.service.js';

const words = ja.screens.jobseekers;

export interface DuplicatesView {
  readonly suspicions: readonly DuplicateSuspicion[];
  /** The decision that could not be saved, with what was typed. */
  readonly refused: { readonly id: string; readonly form: FormState } | undefined;
}

export function duplicatesPage(page: PageContext, { suspicions, refused }: DuplicatesView): Html {
  const open = suspicions.filter(({ state }) => state === 'open');
  const decided = suspicions.filter(({ state }) => state !== 'open');
  const children = (
    <Stack>
      <PageHeading title={words.duplicates} lead={words.duplicatesLead} />
      {refused ? <FormProblems form={refused.form} currentHref="/duplicates" idPrefix={refused.id} /> : null}
      {open.length === 0 ? (
        <EmptyState text={words.noDuplicateWaiting} />
      ) : (
        open.map((suspicion) => (
          <Suspicion
            page={page}
            suspicion={suspicion}
            form={refused?.id === suspicion.id ? refused.form : formState({})}
          />
        ))
      )}
      {decided.length === 0 ? null : <Decided suspicions={decided} />}
    </Stack>
  );
  return renderPage(page, { title: words.duplicates, children });
}

function Suspicion({
  page,
  suspicion,
  form,
}: {
  page: PageContext;
  suspicion: DuplicateSuspicion;
  form: FormState;
}): JSX.Element {
  const { id, one, other, strength } = suspicion;
  const options = DUPLICATE_DECISIONS.map((value) => ({ value, label: ja.jobseeker.duplicateState[value] }));
  return (
    <Card
      title={fill(words.pairOfNumbers, { one: one.number, other: other.number })}
      actions={
        <Badge text={ja.jobseeker.duplicateStrength[strength]} tone={strength === 'strong' ? 'warning' : 'neutral'} />
      }
    >
      <Columns>
        <PersonFacts person={one} />
        <PersonFacts person={other} />
      </Columns>
      <Form action={`/duplicates/${id}/decision`} csrfToken={page.csrfToken}>
        <RadioChips
          name="state"
          label={words.decision}
          required
          options={options}
          value={form.value('state')}
          error={form.error('state')}
          idPrefix={id}
        />
        <TextArea
          name="note"
          label={words.groundsOfDecision}
          required
          rows={2}
          maxlength={1000}
          value={form.value('note')}
          error={form.error('note')}
          idPrefix={id}
        />
        <SubmitRow save={words.recordDecision} />
      </Form>
    </Card>
  );
}

function PersonFacts({ person }: { person: SuspectedPerson }): JSX.Element {
  const { isProtected } = person;
  return (
    <div>
      {isProtected ? <ProtectedBadge /> : null}
      <KeyValues
        dense
        items={[
          { term: words.number, text: person.number },
          { term: words.registeredBy, text: person.organisationName },
          { term: words.registeredOn, text: formatWareki(person.registeredOn) },
          { term: words.kana, text: isProtected ? words.withheld : person.kana },
          {
            term: words.birthDate,
            text: isProtected ? words.withheld : person.birthDate && formatWareki(person.birthDate),
          },
        ]}
      />
    </div>
  );
}

function Decided({ suspicions }: { suspicions: readonly DuplicateSuspicion[] }): JSX.Element {
  return (
    <Card title={words.decided}>
      <Table
        caption={words.decidedPairs}
        captionHidden
        dense
        phone="cards"
        rows={suspicions}
        empty=""
        columns={[
          {
            header: words.pair,
            rowHeader: true,
            text: ({ one, other }: DuplicateSuspicion) => `${one.number}・${other.number}`,
          },
          { header: words.decision, text: ({ state }: DuplicateSuspicion) => ja.jobseeker.duplicateState[state] },
          { header: words.grounds, text: ({ note }: DuplicateSuspicion) => note },
          { header: words.decidedBy, text: ({ decidedBy }: DuplicateSuspicion) => decidedBy },
          {
            header: words.date,
            text: ({ decidedAt }: DuplicateSuspicion) => decidedAt && formatWareki(tokyoDateOf(decidedAt)),
          },
        ]}
      />
    </Card>
  );
}
