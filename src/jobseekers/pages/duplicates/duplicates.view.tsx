import { formatWareki, tokyoDateOf } from '#kernel';
import { ja } from '#messages';
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
      <PageHeading
        title="重複の確認"
        lead="登録した職員からは見えない記録と、同じ人の可能性がある組です。両方の機関に確かめてから判断してください。支援措置の対象者を含む組は、相手の機関に問い合わせないでください。"
      />
      {refused ? <FormProblems form={refused.form} currentHref="/duplicates" idPrefix={refused.id} /> : null}
      {open.length === 0 ? (
        <EmptyState text="確認を待っている組はありません。" />
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
  return renderPage(page, { title: '重複の確認', children });
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
      title={`${one.number} と ${other.number}`}
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
          label="判断"
          required
          options={options}
          value={form.value('state')}
          error={form.error('state')}
          idPrefix={id}
        />
        <TextArea
          name="note"
          label="判断の根拠"
          required
          rows={2}
          maxlength={1000}
          value={form.value('note')}
          error={form.error('note')}
          idPrefix={id}
        />
        <SubmitRow save="判断を記録" />
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
          { term: '整理番号', text: person.number },
          { term: '登録した機関', text: person.organisationName },
          { term: '登録日', text: formatWareki(person.registeredOn) },
          { term: 'フリガナ', text: isProtected ? '表示しません' : person.kana },
          { term: '生年月日', text: isProtected ? '表示しません' : person.birthDate && formatWareki(person.birthDate) },
        ]}
      />
    </div>
  );
}

function Decided({ suspicions }: { suspicions: readonly DuplicateSuspicion[] }): JSX.Element {
  return (
    <Card title="確認済み">
      <Table
        caption="確認済みの組"
        captionHidden
        dense
        phone="cards"
        rows={suspicions}
        empty=""
        columns={[
          {
            header: '組',
            rowHeader: true,
            text: ({ one, other }: DuplicateSuspicion) => `${one.number}・${other.number}`,
          },
          { header: '判断', text: ({ state }: DuplicateSuspicion) => ja.jobseeker.duplicateState[state] },
          { header: '根拠', text: ({ note }: DuplicateSuspicion) => note },
          { header: '判断した人', text: ({ decidedBy }: DuplicateSuspicion) => decidedBy },
          {
            header: '日付',
            text: ({ decidedAt }: DuplicateSuspicion) => decidedAt && formatWareki(tokyoDateOf(decidedAt)),
          },
        ]}
      />
    </Card>
  );
}
