import { may } from '#access';
import { isProtected } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import {
  Badges,
  Button,
  ButtonLink,
  Card,
  ComboboxOptions,
  Inline,
  Link,
  Notice,
  PageHeading,
  Person,
  ProtectedBadge,
  Stack,
  Table,
  TextField,
} from '#ui';
import { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SearchJobseekers } from '../../dto/search-jobseekers.dto.js';
import type { FoundPage, FoundPerson } from '../../search.repository.js';
import { ageText, fullKana, fullName, groupName } from '../person-words.js';

export interface ListView {
  readonly query: SearchJobseekers;
  readonly found: FoundPage;
  readonly today: IsoDate;
}

export function listPage(page: PageContext, { query, found, today }: ListView): Html {
  const q = query.q ?? '';
  const searched = q.trim() !== '';
  const register = may(page.actor, 'jobseeker.register') ? (
    <ButtonLink text="求職者を登録" href="/jobseekers/new" icon="plus" variant="primary" />
  ) : null;
  const next =
    found.next === undefined ? undefined : `/jobseekers?${new URLSearchParams({ q, cursor: found.next }).toString()}`;
  const children = (
    <Stack>
      <PageHeading
        title="求職者"
        lead="フリガナの始め、漢字の一部、整理番号、求職番号で探せます。"
        actions={register}
      />
      <form method="get" action="/jobseekers" class="form">
        <TextField name="q" label="検索" marked={false} type="search" width="long" value={q} maxlength={100} />
        <Inline>
          <Button text="検索" />
          {searched ? <ButtonLink text="条件を外す" href="/jobseekers" variant="text" /> : null}
        </Inline>
      </form>
      <Card title={searched ? `「${q}」の検索結果` : '最近更新した人'}>
        <PersonTable
          people={found.items}
          today={today}
          empty={
            searched ? '該当する人はいません。ほかの読みや番号でも探してください。' : '登録された人はまだいません。'
          }
        />
        {next === undefined ? null : (
          <Inline end>
            <Link href={next} text="続きを表示" />
          </Inline>
        )}
      </Card>
      {searched && found.items.length === 0 ? (
        <Notice tone="info" text="閲覧できない記録は表示されません。同じ人が別の機関で登録されていることがあります。" />
      ) : null}
    </Stack>
  );
  return renderPage(page, { title: '求職者', width: 'wide', searchQuery: q, children });
}

function PersonTable({
  people,
  today,
  empty,
}: {
  people: readonly FoundPerson[];
  today: IsoDate;
  empty: string;
}): JSX.Element {
  return (
    <Table
      caption="求職者の一覧"
      captionHidden
      walkable
      phone="cards"
      rows={people}
      empty={empty}
      columns={[
        { header: '氏名', rowHeader: true, cell: (person: FoundPerson) => <NameCell person={person} today={today} /> },
        { header: '年齢', width: 'narrow', text: (person: FoundPerson) => ageText(person, today) },
        {
          header: '生年月日',
          width: 'narrow',
          text: ({ birthDate }: FoundPerson) => birthDate && formatWareki(birthDate),
        },
        { header: '対象者区分', cell: ({ groups }: FoundPerson) => <Badges texts={groups.map(groupName)} /> },
        { header: '整理番号', width: 'narrow', text: ({ number }: FoundPerson) => number },
        {
          header: '登録した機関',
          cell: ({ organisationName, side }: FoundPerson) => <Person name={organisationName} side={side} />,
        },
      ]}
    />
  );
}

function NameCell({ person, today }: { person: FoundPerson; today: IsoDate }): JSX.Element {
  return (
    <>
      <Link href={`/jobseekers/${person.id}`} text={fullName(person)} />
      <br />
      <span class="muted" safe>{`${fullKana(person)} `}</span>
      {isProtected(person.protectedUntil, today) ? <ProtectedBadge /> : null}
    </>
  );
}

/** The fragment that fills the list of a combobox. */
export function suggestions(people: readonly FoundPerson[], today: IsoDate): Html {
  const options = people.map((person) => ({
    value: person.id,
    label: fullName(person),
    kana: fullKana(person),
    detail: [ageText(person, today), person.number].filter(Boolean).join('　'),
  }));
  return new Html(String(<ComboboxOptions options={options} />));
}
