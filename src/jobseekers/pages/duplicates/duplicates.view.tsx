import { may } from '#access';
import { formatWareki, tokyoDateOf } from '#kernel';
import { fill, ja } from '#messages';
import {
  ButtonLink,
  Card,
  EmptyState,
  Form,
  KeyValues,
  Link,
  Notice,
  PageHeading,
  ProtectedBadge,
  RadioChips,
  Stack,
  SubmitRow,
  Table,
  TextArea,
} from '#ui';
import { isProtected } from '#domain/jobseeker';
import type { Html } from '../../../platform/http/index.js';
import {
  FormProblems,
  formState,
  type FormState,
  type PageContext,
  renderPage,
} from '../../../platform/pages/index.js';
import { DUPLICATE_DECISIONS } from '../../dto/decide-duplicate.dto.js';
import type { DuplicateQuestion } from '../../duplicates/duplicate-queue.service.js';

const words = ja.screens.jobseekers;

export interface DuplicatesView {
  readonly questions: readonly DuplicateQuestion[];
  /** The one whose answer is to be revised. */
  readonly revised: string | undefined;
  /** The answer that could not be saved, with what was typed. */
  readonly refused: { readonly id: string; readonly form: FormState } | undefined;
  readonly today: string;
}

export function duplicatesPage(page: PageContext, { questions, revised, refused, today }: DuplicatesView): Html {
  const isOpen = ({ id, state, result }: DuplicateQuestion): boolean =>
    (state === 'open' && result === 'open') || id === revised || id === refused?.id;
  const open = questions.filter(isOpen);
  const answered = questions.filter((question) => !isOpen(question));
  const ofProtected = open.some(({ person }) => isProtected(person.protectedUntil, today));
  const children = (
    <Stack>
      <PageHeading title={words.duplicates} lead={words.duplicatesLead} />
      {ofProtected ? <Notice tone="warn" title={words.duplicatesProtected} /> : null}
      {refused ? <FormProblems form={refused.form} currentHref="/duplicates" idPrefix={refused.id} /> : null}
      {open.length === 0 ? (
        <EmptyState text={words.noDuplicateWaiting} />
      ) : (
        open.map((question) => (
          <Question
            page={page}
            question={question}
            form={refused?.id === question.id ? refused.form : formState(answerOf(question))}
            today={today}
          />
        ))
      )}
      {answered.length === 0 ? null : <Answered questions={answered} />}
    </Stack>
  );
  return renderPage(page, { title: words.duplicates, children });
}

const answerOf = ({ state, note }: DuplicateQuestion): Record<string, unknown> =>
  state === 'open' ? {} : { state, note };

function Question({
  page,
  question,
  form,
  today,
}: {
  page: PageContext;
  question: DuplicateQuestion;
  form: FormState;
  today: string;
}): JSX.Element {
  const { id, person, askedBy } = question;
  const isHidden = isProtected(person.protectedUntil, today);
  const options = DUPLICATE_DECISIONS.map((value) => ({ value, label: ja.jobseeker.duplicateState[value] }));
  return (
    <Card title={fill(words.askedAbout, { number: person.number, kana: person.kana })}>
      <Stack>
        {isHidden ? <ProtectedBadge /> : null}
        <p safe>{fill(isHidden ? words.askWithCare : words.askTheOther, { organisation: askedBy })}</p>
        <KeyValues
          dense
          items={[
            { term: words.number, text: person.number },
            { term: words.kana, text: person.kana },
            { term: words.birthDate, text: person.birthDate && formatWareki(person.birthDate) },
            { term: words.registeredOn, text: formatWareki(person.registeredOn) },
          ]}
        />
        {may(page.actor, 'jobseeker.read') ? (
          <Link href={`/jobseekers/${person.id}`} text={fill(words.recordOf, { name: person.kana })} />
        ) : null}
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
      </Stack>
    </Card>
  );
}

function Answered({ questions }: { questions: readonly DuplicateQuestion[] }): JSX.Element {
  return (
    <Card title={words.decided}>
      <Table
        caption={words.decidedQuestions}
        captionHidden
        dense
        phone="cards"
        rows={questions}
        empty=""
        columns={[
          {
            header: words.number,
            rowHeader: true,
            text: ({ person }: DuplicateQuestion) => person.number,
          },
          { header: words.askedBy, text: ({ askedBy }: DuplicateQuestion) => askedBy },
          { header: words.decision, text: ({ state }: DuplicateQuestion) => ja.jobseeker.duplicateState[state] },
          {
            header: words.result,
            text: ({ result }: DuplicateQuestion) =>
              result === 'open' ? words.waitsForOther : ja.jobseeker.duplicateState[result],
          },
          { header: words.grounds, text: ({ note }: DuplicateQuestion) => note },
          { header: words.decidedBy, text: ({ answeredBy }: DuplicateQuestion) => answeredBy },
          {
            header: words.date,
            text: ({ answeredAt }: DuplicateQuestion) => answeredAt && formatWareki(tokyoDateOf(answeredAt)),
          },
          {
            header: words.act,
            cell: ({ id }: DuplicateQuestion) => (
              <ButtonLink text={words.reviseDecision} href={`/duplicates?revise=${id}`} variant="text" />
            ),
          },
        ]}
      />
    </Card>
  );
}
